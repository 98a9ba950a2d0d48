import { Readable } from 'node:stream'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { CsvError, parse } from 'csv-parse'
import { textOf } from './list-text.ts'

const SAID: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed',
  CSV_MAX_RECORD_SIZE: 'a line is longer than 1 MiB',
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark stands inside a quoted field',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a field',
}

/** The records of a CSV file with the line each begins on. @throws BadInput naming the line */
export async function* recordsOf(
  path: string,
  delimiter = ',',
  encoding?: string,
): AsyncGenerator<{ readonly line: number; readonly fields: readonly string[] }> {
  const source = Readable.from(textOf(path, encoding))
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1024 * 1024,
    info: true,
  })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let line = 1
  const breaksIn = (fields: readonly string[]) => fields.reduce((n, f) => n + f.split('\n').length - 1, 0)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      line = info.lines - breaksIn(record)
      yield { line, fields: record }
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new BadInput(SAID[error.code] ?? 'is not a CSV file', { place: `${path}, line ${error.lines ?? line}` })
    throw error
  } finally {
    source.destroy()
  }
}
