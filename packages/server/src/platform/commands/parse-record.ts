import { BadInput } from '@haixuan/domain/kernel/errors'
import type { z } from 'zod'

/** A record as its schema gives it back. `what` names it when the fault lies in no field. @throws BadInput naming the field */
export function parseRecord<S extends z.ZodType>(schema: S, record: unknown, what: string): z.output<S> {
  const read = schema.safeParse(record)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new BadInput(issue?.message ?? `not a ${what}`, { field: issue?.path.join('.') || what })
}
