import { BadInput } from '@haixuan/domain/kernel/errors'
import { parse } from 'csv-parse/sync'
import { because } from './because.ts'

/** The cells of a CSV table, header first. @throws BadInput */
export function tableOf(csv: string): string[][] {
  try {
    return parse(csv, { bom: true, skip_empty_lines: true, relax_column_count: true, trim: true })
  } catch (error) {
    throw new BadInput(because('csv-not-readable', { message: (error as Error).message }), { field: 'csv' })
  }
}

/** A header as words are compared: one width, small, without underscores or hyphens. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
