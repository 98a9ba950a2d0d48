import { readFileSync } from 'node:fs'

/** What a server that runs notes in its data folder. */
export type ServerNote = { readonly address: string; readonly process: number; readonly since: string }

/** Undefined when no server runs, or none has ended in order since. */
export function readNote(file: string): ServerNote | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
