import type { Text } from '@haixuan/domain/kernel/errors'
import { z } from 'zod'
import { owesOf } from '../../../plan/work/supplier-owes.ts'
import { getSupplier } from '../../../select/supplier/queries/get.ts'
import { reviewSupplier } from '../../../select/supplier/queries/review.ts'
import { reviewAnswer } from '../../../select/supplier/queries/review-answer.ts'
import { type Filling, readRecord } from './read-record.ts'

const record = z.object({
  record: z.object({ name: z.string(), names: z.array(z.string()), contact: z.string().optional() }),
})
const review = reviewAnswer.pick({ decision: true })

/** I2, I3 · What a supplier is written about: what it and its products owe for streams to come, or why it does not qualify. */
export async function ofSupplier(filling: Filling) {
  const { record: id, project, say, kind } = filling
  const { record: supplier } = await readRecord(filling, getSupplier, { supplier: id }, record)
  const to = emailIn(supplier.contact)
  const name = say.name([supplier.name, ...supplier.names])
  if (kind === 'supplier-rejection') {
    const { decision } = await readRecord(filling, reviewSupplier, { supplier: id }, review)
    return { to, values: { supplier: name, reasons: reasonsOf(decision).map(say.text) } }
  }
  const owed = await owesOf(filling, { supplier: id, project })
  const streams = new Map(owed.flatMap((o) => o.streams.map((s) => [s.id, s] as const)))
  return {
    to,
    idle: owed.length === 0,
    values: {
      supplier: name,
      streams: [...streams.values()].map((s) => `${s.name}${say.comma}${say.day(s.day)}`),
      owed: [...Map.groupBy(owed, ({ what, remedy }) => `${say.text(what)}${say.mending}${say.text(remedy)}`)].map(
        ([line, same]) => say.about(line, productsOf(same)),
      ),
      due: say.day(owed[0]?.due),
    },
  }
}

const SHOWN_TITLES = 3
/** The products that something is owed for; none when it is owed for the supplier itself. */
function productsOf(same: Awaited<ReturnType<typeof owesOf>>): string[] {
  if (same.some(({ kind }) => kind === 'supplier')) return []
  const titles = [...new Set(same.flatMap(({ subjects }) => subjects.map((s) => s.title)))].slice(0, SHOWN_TITLES)
  const more = same.reduce((all, { count }) => all + count, 0) - titles.length
  return more > 0 ? [...titles, `+${more}`] : titles
}

/** Why it does not qualify, as far as it may be told: not against which lists it was screened, nor what was found. */
function reasonsOf(decision: z.output<typeof review>['decision']): Text[] {
  const told = (decision?.reasons ?? []).filter((r) => r.part !== 'screening' && r.effect !== 'note')
  const rejecting = told.filter((r) => r.effect === 'reject')
  return (rejecting.length > 0 ? rejecting : told).map((r) => r.what)
}

const EMAIL = /[^\s<>,;:"'()（）、，；：]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/i
/** The address of e-mail in a contact, which people write as they like. */
export const emailIn = (contact: string | undefined): string | null => EMAIL.exec(contact ?? '')?.[0] ?? null
