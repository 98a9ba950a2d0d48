import { type Row, textOf } from './cell.ts'
import type { ImportLimits } from './limits.ts'

/** Takes the first rows for deciding about columns, within limits; `rest` goes on after them. */
export async function takeSample(
  batches: AsyncGenerator<readonly Row[]>,
  limits: ImportLimits,
): Promise<{ readonly sample: Row[]; readonly rest: AsyncGenerator<readonly Row[]> }> {
  const sample: Row[] = []
  let characters = 0
  let over: readonly Row[] = []
  while (sample.length < limits.sampleRows && characters < limits.sampleCharacters) {
    const next = await batches.next()
    if (next.done) break
    const taken = next.value.slice(0, limits.sampleRows - sample.length)
    over = next.value.slice(taken.length)
    // copies: rows that outlive their batch would teach the engine to keep every later row in long-lived memory
    for (const row of taken) sample.push(row.slice())
    for (const row of taken) for (const cell of row) characters += textOf(cell).length
  }
  return { sample, rest: after(over, batches) }
}

async function* after(first: readonly Row[], rest: AsyncGenerator<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  if (first.length > 0) yield first
  yield* rest
}
