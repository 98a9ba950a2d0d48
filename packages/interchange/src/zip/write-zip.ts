import { closeSync, fsyncSync, openSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { because } from '../archive/because.ts'
import { type Part, writeAll } from './spool.ts'
import { centralHeader, directoryEnd, localHeader, type ZipEntry } from './zip-form.ts'

/** Writes the parts, in their order, as a new zip in its one form. @throws BadInput when a part changed since it was hashed */
export function writeZip(file: string, parts: Iterable<Part>) {
  const fd = openSync(file, 'wx')
  try {
    const written: [ZipEntry, number][] = []
    let at = 0
    const put = (bytes: Uint8Array) => {
      writeAll(fd, bytes)
      at += bytes.length
    }
    for (const part of parts) {
      const entry = { name: part.path, size: part.size, crc32: part.crc32 }
      written.push([entry, at])
      put(localHeader(entry))
      const end = at + part.size
      let crc = 0
      for (const piece of part.read()) {
        crc = crc32(piece, crc)
        put(piece)
      }
      if (at !== end || crc !== part.crc32) throw new BadInput(because('changed-while-archived'), { place: part.path })
    }
    const start = at
    for (const [entry, offset] of written) put(centralHeader(entry, offset))
    put(directoryEnd(written.length, at - start, start))
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
