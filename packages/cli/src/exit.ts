import { BadInput, Refusal } from '@haixuan/domain/kernel/errors'
import { CommanderError } from 'commander'

const FILE_FAULTS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a directory, not a file',
  EACCES: 'may not be read or written by this user',
  EPERM: 'may not be read or written by this user',
  ENOTDIR: 'part of the path is not a directory',
  ENOSPC: 'the disk is full',
  EROFS: 'is on a file system that cannot be written',
}

const isFileFault = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && String(error.code) in FILE_FAULTS && 'path' in error

/** 2 for input that cannot be used; anything else is a bug and keeps its stack. */
export const exitCodeOf = (error: unknown): number =>
  error instanceof BadInput || error instanceof Refusal || error instanceof CommanderError || isFileFault(error)
    ? 2
    : 70

const inOneLine = (text: string) => `haixuan: ${text.replace(/\s*\n\s*/g, ' ')}\n`

/** One line on stderr for bad input; the whole stack for a bug. */
export function tell(error: unknown): void {
  const line =
    error instanceof CommanderError
      ? usageFault(error)
      : error instanceof BadInput || error instanceof Refusal
        ? error.message
        : isFileFault(error)
          ? `${error.path}: ${FILE_FAULTS[error.code as string]}`
          : undefined
  process.stderr.write(line === undefined ? `${error instanceof Error ? error.stack : error}\n` : inOneLine(line))
}

/** Something to know beside an answer, on stderr. */
export const note = (text: string): void => void process.stderr.write(inOneLine(`note: ${text}`))

const usageFault = ({ message }: CommanderError): string =>
  `${message.replace(/^error: /, '').trim()}; see haixuan --help`

/** Prints an answer: JSON when asked for, else the lines for people. */
export function answer(json: boolean | undefined, value: unknown, lines: () => Iterable<string>): void {
  if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  else for (const line of lines()) process.stdout.write(`${line}\n`)
}
