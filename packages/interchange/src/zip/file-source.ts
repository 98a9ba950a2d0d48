import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { BadInput, type Reason } from '@haixuan/domain/kernel/errors'
import { because } from '../archive/because.ts'
import type { Source } from './source.ts'

const CHUNK_BYTES = 1 << 20

export function descriptorSource(fd: number, size: number): Source {
  const fill = (into: Uint8Array, at: number) => {
    let got = 0
    while (got < into.length) {
      const more = readSync(fd, into, got, into.length - got, at + got)
      if (more === 0) break
      got += more
    }
    return into.subarray(0, got)
  }
  const within = (at: number, length: number) => Math.max(0, Math.min(length, size - at))
  return {
    size,
    fd,
    read: (at, length) => fill(Buffer.allocUnsafe(within(at, length)), at),
    *chunks(at, length) {
      const end = at + within(at, length)
      const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - at))
      for (let from = at; from < end; from += buffer.length) {
        const piece = fill(buffer.subarray(0, Math.min(buffer.length, end - from)), from)
        yield piece
        if (piece.length === 0) return
      }
    },
  }
}

const REASONS: Record<string, Reason> = {
  ENOENT: because('file-missing'),
  EACCES: because('file-not-allowed'),
  EPERM: because('file-not-allowed'),
  EISDIR: because('folder-not-file'),
  ENOTDIR: because('file-missing'),
  ELOOP: because('file-links-circular'),
  ENAMETOOLONG: because('file-name-too-long'),
}

/** A failed file operation as one clear line; anything else is passed on. */
export function fileError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ? new BadInput(REASONS[code], { place: file }) : error
}

/** Opens a file; the caller closes it. @throws BadInput when it is missing, a directory or not readable */
export function openSource(file: string): Source & { close: () => void } {
  let fd: number
  try {
    fd = openSync(file, 'r')
  } catch (error) {
    throw fileError(error, file)
  }
  const stat = fstatSync(fd)
  if (!stat.isFile()) {
    closeSync(fd)
    throw new BadInput(because(stat.isDirectory() ? 'folder-not-file' : 'file-not-regular'), { place: file })
  }
  return { ...descriptorSource(fd, stat.size), close: () => closeSync(fd) }
}
