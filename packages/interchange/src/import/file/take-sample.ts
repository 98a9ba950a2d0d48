import { type Row, textOf } from './cell.ts'
import type { ImportLimits } from './limits.ts'

/** Takes the first rows for deciding about columns, within limits; `rest` goes on after them. */
export async function takeSample(
  rows: AsyncGenerator<Row>,
  limits: ImportLimits,
): Promise<{ readonly sample: Row[]; readonly rest: AsyncGenerator<Row> }> {
  const sample: Row[] = []
  let characters = 0
  while (sample.length < limits.sampleRows && characters < limits.sampleCharacters) {
    const next = await rows.next()
    if (next.done) break
    sample.push(next.value)
    for (const cell of next.value) characters += textOf(cell).length
  }
  return { sample, rest: rows }
}
