import { BadInput } from '@haixuan/domain/kernel/errors'
import { wrongsOf } from '@haixuan/domain/kernel/issue'
import type { z } from 'zod'
import { cause } from '../cause.ts'

/** A record as its schema gives it back. `what` names it when the fault lies in no field. @throws BadInput naming the field */
export function parseRecord<S extends z.ZodType>(schema: S, record: unknown, what: string): z.output<S> {
  const read = schema.safeParse(record)
  if (read.success) return read.data
  const [wrong] = wrongsOf(read.error.issues, record)
  throw new BadInput(wrong?.reason ?? cause('record-not-right'), { field: wrong?.path.join('.') || what })
}
