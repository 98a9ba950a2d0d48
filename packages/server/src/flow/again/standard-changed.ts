import type { StandardData } from '@haixuan/domain/flow/standard-data'
import type { MarketRule } from '@haixuan/domain/gate/rule'
import { canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import { sql } from 'kysely'
import type { House } from '../../house.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import { asSystem, inScope } from '../../platform/database/scope.ts'
import { appendEvents } from '../../platform/events/append.ts'
import { keptStandards } from '../../platform/events/standards.ts'
import { houseFor, lawOf, rulesChanging } from '../own-house.ts'
import { decideUnderTurnedRules, type Turned } from './rules-turned.ts'

const MOST_TOLD = 200
/** Parts of the standard that no gate reads: how files are read in, and what comes after the stream. */
const DECIDES_NOTHING: ReadonlySet<string> = new Set([
  'parameters',
  'columns',
  'supplier-columns',
  'order-columns',
  'currencies',
  'languages',
  'units',
  'retention',
  'optimisation',
  'templates',
])

/**
 * M3 · After an upgrade the standard may be another: what its rules touch is decided again in every organisation, once, by
 * tasks, with an event that says what changed. Gives how many organisations it concerned.
 */
export async function decideUnderNewStandard(house: House): Promise<number> {
  const hash = house.desks.standardHash
  const behind = await asSystem(house.db, (tx) =>
    tx
      .selectFrom('organisation')
      .select('id')
      .where(sql<boolean>`standard_seen is distinct from ${hash}`)
      .orderBy('id')
      .execute(),
  )
  let concerned = 0
  for (const { id } of behind) if (await follow(house, id)) concerned += 1
  if (concerned > 0) house.committed?.()
  return concerned
}

/** Brings one organisation under the standard of this house; false when there is nothing to decide again, or another server saw to it. */
async function follow(house: House, org: string): Promise<boolean> {
  const hash = house.desks.standardHash
  const actor: Actor = { org, user: 'haixuan', name: 'haixuan', roles: [] }
  return inScope(house.db, actor, async (tx) => {
    await sql`select ${rulesChanging(org)}`.execute(tx)
    const { standard_seen: seen } = await tx
      .selectFrom('organisation')
      .select('standard_seen')
      .where('id', '=', org)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (seen === hash) return false
    await tx.updateTable('organisation').set({ standard_seen: hash }).where('id', '=', org).execute()
    const last = seen ?? (await lastDecidedUnder(tx, org))
    if (last === undefined || last === hash) return false
    const before = (await keptStandards(house.db, [last], org))[last]
    const change = before ? differenceOf(before, house.standard) : undefined
    if (change && change.parts.length === 0 && change.rules.length === 0) return false
    const now = house.clock()
    const own = await houseFor(house, tx, org)
    const { events, projects } = await decideUnderTurnedRules({ tx, actor, now, house: own }, change?.touches ?? {})
    if (projects.length === 0) return false
    const body = {
      from: last,
      to: hash,
      parts: change?.parts ?? null,
      rules: change?.rules.slice(0, MOST_TOLD) ?? null,
      more: Math.max((change?.rules.length ?? 0) - MOST_TOLD, 0),
      projects: [...projects],
    }
    await appendEvents(tx, { actor, now }, [
      { type: 'standard.changed', subject: 'standard', clause: 'M3', body },
      ...events,
    ])
    return true
  })
}

/** The standard of the newest decision of an organisation that has not said yet which one it follows. */
async function lastDecidedUnder(
  tx: Parameters<Parameters<typeof inScope>[2]>[0],
  org: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('event')
    .select(sql<string | null>`body ->> 'standard'`.as('standard'))
    .where('org_id', '=', org)
    .where('type', '=', 'gate.decided')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.standard ?? undefined
}

type Change = {
  /** parts of the standard beside the rules that are others now */
  readonly parts: readonly string[]
  /** ids of rules that came, went or are others now */
  readonly rules: readonly string[]
  readonly touches: Turned
}

/** What changed from one standard to the next, and what is to be decided again for it. Rules of an organisation's own stay out. */
function differenceOf(before: StandardData, after: StandardData): Change {
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(
      (key) =>
        key !== 'rules' &&
        !DECIDES_NOTHING.has(key) &&
        textOf(before[key as 'roles']) !== textOf(after[key as 'roles']),
    )
    .sort()
  const byId = (of: StandardData): ReadonlyMap<string, MarketRule[]> => Map.groupBy(lawOf(of), (r) => r.id)
  const [then, now] = [byId(before), byId(after)]
  const rules = [...new Set([...then.keys(), ...now.keys()])]
    .filter((id) => textOf(then.get(id)) !== textOf(now.get(id)))
    .sort()
  const bindings = (all: ReadonlyMap<string, MarketRule[]>, id: string) =>
    textOf(all.get(id)?.map((r) => r.applies ?? null))
  const markets = [
    ...new Set(rules.flatMap((id) => [...(then.get(id) ?? []), ...(now.get(id) ?? [])].map((r) => r.market))),
  ]
  // what a rule bound that is gone or binds others now cannot be found by the rules of today
  const findable = rules.every((id) => !then.has(id) || bindings(then, id) === bindings(now, id))
  return { parts, rules, touches: parts.length > 0 ? {} : { markets, ...(findable ? { rules } : {}) } }
}

const textOf = (part: unknown): string => (part === undefined ? '' : canonicalJson(part))
