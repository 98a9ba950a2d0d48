import { addDays } from '@haixuan/domain/kernel/day'
import { type Reading, readIndicators } from '@haixuan/domain/supervise/risk/indicator'
import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { registerOf } from '../../platform/settings/limits/risk-limit.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>
export type Counts = Readonly<Record<string, number>>
/** Counts of one product, or of the whole project when `product` is null. */
export type Counted = { readonly product: string | null; readonly counts: Counts }

type Standing = {
  readonly id: string
  readonly product_id: string | null
  readonly indicator: string
  readonly level: string
  readonly reading: Reading
  readonly owner: string
  readonly due: string
  /** the level it had, when it stood already */
  readonly before: string | null
}

/** Days to look into an alert; a call for a hold is answered the same day. */
const DAYS = { alert: 3, hold: 0 } as const

/**
 * S2 · Reads the indicators on what came back and opens an alert for each that is above its threshold. One that stands
 * already takes the newer reading, and rises to a call for a hold; it falls only by a person's hand.
 */
export async function checkIndicators(
  asked: With,
  project: string,
  counted: readonly Counted[],
): Promise<readonly NewEvent[]> {
  const { tx, actor, now, house } = asked
  const register = await registerOf(asked)
  const ownerOf = new Map(register.indicators.map((i) => [i.id, i.owner]))
  const read = counted.map(({ product, counts }) => ({ product, readings: readIndicators(register, counts) }))
  await keepReadings(asked, project, read)
  const loud = read.flatMap(({ product, readings }) =>
    readings
      .filter((r): r is Reading & { state: 'alert' | 'hold' } => r.state !== 'quiet')
      .map((reading) => ({
        id: `A-${crypto.randomUUID()}`,
        product_id: product,
        indicator: reading.id,
        level: reading.state,
        reading,
        owner: ownerOf.get(reading.id) as string,
        due: addDays(dayHere(house, now), DAYS[reading.state]),
      })),
  )
  if (loud.length === 0) return []
  const { rows } = await sql<Standing>`
    with loud as (
      select * from jsonb_to_recordset(${JSON.stringify(loud)}::jsonb) as n (id text, product_id text, indicator text,
        level text, reading jsonb, owner text, due date)
    ), before as (
      select a.id, a.level from alert a join loud n on a.indicator = n.indicator
        and coalesce(a.product_id, '') = coalesce(n.product_id, '')
      where a.org_id = ${actor.org} and a.project_id = ${project} and a.state <> 'closed'
    ), stands as (
      insert into alert as a (org_id, id, version, project_id, product_id, indicator, level, reading, owner, due, state,
        opened_at, updated_at)
      select ${actor.org}, n.id, 1, ${project}, n.product_id, n.indicator, n.level, n.reading, n.owner, n.due, 'open',
        ${now}, ${now}
      from loud n
      on conflict (org_id, project_id, coalesce(product_id, ''), indicator) where state <> 'closed' do update
        set reading = excluded.reading, version = a.version + 1, updated_at = excluded.updated_at,
          level = case when excluded.level = 'hold' then 'hold' else a.level end,
          due = least(a.due, excluded.due),
          state = case when excluded.level = 'hold' and a.level = 'alert' then 'open' else a.state end
      returning *
    )
    select s.id, s.product_id, s.indicator, s.level, s.reading, s.owner, s.due, b.level as before
    from stands s left join before b on b.id = s.id
  `.execute(tx)
  return rows
    .filter((r) => r.level !== r.before)
    .map(({ id, product_id, indicator, level, reading, owner, due }) => ({
      type: 'alert.opened',
      subject: id,
      clause: 'S2',
      project,
      body: { indicator, level, reading, owner, due, ...(product_id === null ? {} : { product: product_id }) },
    }))
}

type Read = { readonly product: string | null; readonly readings: readonly Reading[] }

/** Keeps what was read: all of a project, and of its products what is loud, so that each draws its line. */
async function keepReadings({ tx, actor, now }: With, project: string, read: readonly Read[]): Promise<void> {
  const rows = read.flatMap(({ product, readings }) =>
    readings
      .filter((r) => r.trials > 0 && (product === null || r.state !== 'quiet'))
      .map(({ id, events, trials, low, high, state }) => ({
        org_id: actor.org,
        project_id: project,
        product_id: product ?? '',
        indicator: id,
        at: now,
        events,
        trials,
        low,
        high,
        state,
      })),
  )
  if (rows.length === 0) return
  await tx
    .insertInto('indicator_reading')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
}
