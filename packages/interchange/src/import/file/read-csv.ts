import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { CsvError, type Parser, parse } from 'csv-parse'
import { because } from '../because.ts'
import type { Row } from './cell.ts'
import { delimiterOf } from './delimiter.ts'
import type { ImportLimits } from './limits.ts'
import type { TextEncoding } from './text-encoding.ts'

export type CsvForm = { readonly delimiter: string; readonly encoding: TextEncoding; readonly from: number }

/** The delimiter, and the byte where records begin: after the mark and a `sep=` line. */
export function csvForm(head: Uint8Array, encoding: TextEncoding): CsvForm {
  const sample = new TextDecoder(encoding.name).decode(head.subarray(encoding.mark))
  const delimiter = delimiterOf(sample)
  const said = /^sep=.\r?\n/i.exec(sample)?.[0].length ?? 0
  return { delimiter, encoding, from: encoding.mark + said * (encoding.name.startsWith('utf-16') ? 2 : 1) }
}

/** Records of a CSV file as a stream of batches; memory does not grow with the file. @throws BadInput naming the record */
export async function* readCsv(path: string, form: CsvForm, limits: ImportLimits): AsyncGenerator<readonly Row[]> {
  const bytes = createReadStream(path, { start: form.from, highWaterMark: 64 * 1024 })
  const parser = parse({
    delimiter: form.delimiter,
    max_record_size: limits.recordCharacters,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  const text = form.encoding.name === 'utf-8' ? bytes : bytes.pipe(decoder(form.encoding.name))
  for (const stream of new Set([bytes, text])) stream.on('error', (error: Error) => parser.destroy(error))
  text.pipe(parser)
  let record = 0
  try {
    for await (const batch of batches(parser)) {
      for (const row of batch) {
        record += 1
        if (row.length > limits.columns)
          throw new BadInput(because('columns-too-many', { record, row: row.length, columns: limits.columns }), {
            place: path,
          })
      }
      yield batch
    }
  } catch (error) {
    throw error instanceof CsvError ? named(error, path, record + 1, limits) : error
  } finally {
    bytes.destroy()
    parser.destroy()
  }
}

function decoder(encoding: string): Transform {
  const decode = new TextDecoder(encoding)
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, Buffer.from(decode.decode(chunk, { stream: true })))
    },
    flush(done) {
      done(null, Buffer.from(decode.decode()))
    },
  })
}

function named(error: CsvError, place: string, record: number, limits: ImportLimits): BadInput {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new BadInput(because('quote-not-closed', { record }), { place })
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new BadInput(because('record-too-long', { record, recordCharacters: limits.recordCharacters }), { place })
  return new BadInput(because('record-not-readable', { record, message: error.message }), { place })
}

/** Whatever the parser has ready at a time: a promise a batch, not a promise a record. */
async function* batches(parser: Parser): AsyncGenerator<readonly string[][]> {
  let failed: Error | undefined
  let ended = false
  let wake = () => {}
  const signal = () => wake()
  parser.on('readable', signal)
  parser.on('end', () => {
    ended = true
    signal()
  })
  parser.on('error', (error) => {
    failed = error
    signal()
  })
  for (;;) {
    const batch: string[][] = []
    for (let row = parser.read(); row !== null; row = parser.read()) batch.push(row)
    if (batch.length > 0) yield batch
    else if (failed) throw failed
    else if (ended) return
    else
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
}
