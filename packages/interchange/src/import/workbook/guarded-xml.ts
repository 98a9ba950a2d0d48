import type { Readable } from 'node:stream'
import { BadInput, type Reason } from '@haixuan/domain/kernel/errors'
import { SaxesParser } from 'saxes'
import { because } from '../because.ts'

export type XmlHandlers = {
  readonly open: (name: string, attributes: Record<string, string>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}
/** Bytes that may pass without a tag before a file is taken for an attack. */
const STRETCH = 16_000_000

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML chunk by chunk; after each chunk the caller may take what it gathered. Document type declarations are
 * refused, so entities cannot multiply; a stretch without a tag is bounded. @throws BadInput
 */
export async function* guardedXml(stream: Readable, handlers: XmlHandlers, place: string): AsyncGenerator<void> {
  const parser = new SaxesParser()
  const refuse = (message: Reason) => {
    throw new BadInput(message, { place })
  }
  let stretch = 0
  parser.on('doctype', () => refuse(because('workbook-doctype')))
  parser.on('error', (error) => refuse(because('workbook-xml', { message: error.message })))
  parser.on('opentag', (tag) => {
    stretch = 0
    handlers.open(localName(tag.name), tag.attributes as Record<string, string>)
  })
  parser.on('closetag', (tag) => {
    stretch = 0
    handlers.close?.(localName(tag.name))
  })
  if (handlers.text) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }
  const decode = new TextDecoder()
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      stretch += chunk.length
      if (stretch > STRETCH) refuse(because('workbook-stretch', { bytes: STRETCH }))
      parser.write(decode.decode(chunk, { stream: true }))
      yield
    }
    parser.close()
    yield
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(because('workbook-damaged'), { place })
  } finally {
    stream.destroy()
  }
}
