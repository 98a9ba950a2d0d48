import { Readable } from 'node:stream'
import { BadInput, type Reason } from '@haixuan/domain/kernel/errors'
import { CsvError, parse } from 'csv-parse'
import { because } from './because.ts'
import { textOf } from './list-text.ts'

const SAID: Readonly<Record<string, Reason>> = {
  CSV_QUOTE_NOT_CLOSED: because('csv-quote-not-closed'),
  CSV_MAX_RECORD_SIZE: because('csv-line-too-long'),
  CSV_INVALID_CLOSING_QUOTE: because('csv-quote-inside-quoted'),
  INVALID_OPENING_QUOTE: because('csv-quote-inside'),
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
      throw new BadInput(SAID[error.code] ?? because('not-csv'), { place: `${path}, line ${error.lines ?? line}` })
    throw error
  } finally {
    source.destroy()
  }
}
