import { BadInput, type Reason } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'

type Path = readonly PropertyKey[]

/** A record as read, with a complaint about a part of it that names file and line, or file and row. */
export type PlacedRecord<T> = { readonly value: T; readonly bad: (path: Path, reason: Reason) => BadInput }

/** The records of a list in a YAML file, such as `suppliers`, each placed. */
export const placedList = <T>(
  placed: { readonly bad: (path: Path, reason: Reason) => BadInput },
  list: string,
  values: readonly T[],
): PlacedRecord<T>[] =>
  values.map((value, i) => ({ value, bad: (path, reason) => placed.bad([list, i, ...path], reason) }))

/** Every record has a name of its own. @throws BadInput at the second of two alike */
export function expectUnique<T>(
  records: readonly PlacedRecord<T>[],
  field: keyof T & string,
  why = 'stands twice; give each record its own',
): void {
  const seen = new Set<unknown>()
  for (const { value, bad } of records) {
    if (seen.has(value[field])) throw bad([field], toOperator(`"${String(value[field])}" ${why}`))
    seen.add(value[field])
  }
}

/** Runs a check of the domain that knows no file; what it complains of gets its place. @throws BadInput */
export function placing(record: PlacedRecord<unknown>, path: Path, check: () => unknown): void {
  try {
    check()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const field = error.field === undefined ? [] : [error.field]
    throw record.bad([...path, ...field], error.reason)
  }
}
