import type { Text } from '@haixuan/domain/kernel/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import { finding } from '../../platform/http/schemas.ts'
import { getSupplier } from '../../select/supplier/queries/get.ts'
import { reviewSupplier } from '../../select/supplier/queries/review.ts'
import { reviewAnswer } from '../../select/supplier/queries/review-answer.ts'
import { type Filling, readRecord } from './read-record.ts'

const record = z.object({
  record: z.object({ name: z.string(), names: z.array(z.string()), contact: z.string().optional() }),
  gates: z.array(z.object({ project: z.string(), name: z.string(), day: z.string(), findings: z.array(finding) })),
})
const review = reviewAnswer.pick({ decision: true })

/** I2, I3 · What a supplier is written about: what it and its products owe for streams to come, or why it does not qualify. */
export async function ofSupplier(filling: Filling) {
  const { record: id, project, say, today, kind } = filling
  const { record: supplier, gates } = await readRecord(filling, getSupplier, { supplier: id }, record)
  const to = emailIn(supplier.contact)
  const name = say.name([supplier.name, ...supplier.names])
  if (kind === 'supplier-rejection') {
    const { decision } = await readRecord(filling, reviewSupplier, { supplier: id }, review)
    return { to, values: { supplier: name, reasons: reasonsOf(decision).map(say.text) } }
  }
  const streams = gates.filter((g) => g.day >= today && (project === undefined || g.project === project))
  const own = streams.flatMap(({ day, findings }) =>
    findings
      .filter(isOwed)
      .map((f) => ({ what: f.what, remedy: f.remedy, due: f.due ?? day, count: 0, titles: [] as string[] })),
  )
  const owed = eachOnce([...own, ...(await owedForProducts(filling))])
  return {
    to,
    values: {
      supplier: name,
      streams: streams.map((s) => `${s.name}${say.comma}${say.day(s.day)}`),
      owed: owed.map(({ what, remedy, count, titles }) =>
        say.about(`${say.text(what)}${say.mending}${say.text(remedy)}`, named(titles, count)),
      ),
      due: say.day(owed.map((o) => o.due).toSorted()[0]),
    },
  }
}

type Owed = {
  readonly what: Text
  readonly remedy: Text
  readonly due: string
  readonly count: number
  readonly titles: readonly string[]
}
const isOwed = (f: z.output<typeof finding>) => f.owner === 'supplier' && f.severity === 'block' && !f.waived
/** The same thing may be owed for several streams: it is asked for once, by its first day. */
const eachOnce = (all: readonly Owed[]): Owed[] =>
  [
    ...new Map(
      all.toSorted((a, b) => (a.due < b.due ? 1 : -1)).map((o) => [`${o.what.zh} ${o.remedy.zh}`, o]),
    ).values(),
  ].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))

const SHOWN_TITLES = 3
const named = (titles: readonly string[], count: number) =>
  count > titles.length ? [...titles, `+${count - titles.length}`] : titles

const MOST_LINES = 40
/** What its products owe for streams to come: each remedy once, with the products it is about. */
async function owedForProducts({ tx, actor, record: id, project, today }: Filling): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select f -> 'what' as what, f -> 'remedy' as remedy, min(coalesce(f ->> 'due', j.day::text)) as due, count(distinct (p.project_id, p.id))::int as count,
      (array_agg(distinct p.title order by p.title))[1:${sql.lit(SHOWN_TITLES)}] as titles
    from project j
    join product p on p.org_id = j.org_id and p.project_id = j.id and p.supplier_id = ${id}
    cross join lateral jsonb_array_elements(p.findings) f
    where j.org_id = ${actor.org} and j.closed_at is null and j.day >= ${today}::date
      and (${project ?? null}::text is null or j.id = ${project ?? null})
      and f ->> 'owner' = 'supplier' and f ->> 'severity' = 'block' and f -> 'waived' is null
    group by f -> 'what', f -> 'remedy' order by due, count desc limit ${MOST_LINES}
  `.execute(tx)
  return rows
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
