import type { StandardData } from '@haixuan/domain/flow/standard-data'
import { type Pack, rulesOfPack } from '@haixuan/domain/gate/pack'
import type { MarketRule } from '@haixuan/domain/gate/rule'
import type { Day } from '@haixuan/domain/kernel/day'
import type { Standard } from '@haixuan/interchange/standard/load'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { House } from '../house.ts'
import { asSystem } from '../platform/database/scope.ts'
import type { Tables } from '../platform/database/tables.ts'
import { keepStandard } from '../platform/events/standards.ts'
import { zoneSetting } from '../platform/settings/zone.ts'
import { Desks } from './desks.ts'

type Tx = Transaction<Tables>

/** Houses kept of organisations with rules of their own; each holds its rules and what was made ready from them. */
const KEPT = 16
const known = new WeakMap<Desks, Map<string, Promise<House>>>()

/**
 * Held to the end of a transaction that decides under an organisation's own rules, so that a change of them comes wholly
 * before it or wholly after it: who changes them waits for those under way.
 */
export const rulesHeld = (org: string): RawBuilder<unknown> =>
  sql`pg_advisory_xact_lock_shared(hashtextextended(${`${org} own rules`}, 0))`
export const rulesChanging = (org: string): RawBuilder<unknown> =>
  sql`pg_advisory_xact_lock(hashtextextended(${`${org} own rules`}, 0))`

/** The house as an organisation has it: its own rules in force beside the law. */
export async function houseFor(house: House, tx: Tx, org: string): Promise<House> {
  const row = await tx
    .selectFrom('organisation as o')
    .select(['o.rules_version', ZONE.as('zone')])
    .where('o.id', '=', org)
    .executeTakeFirst()
  return houseAt(house, org, row)
}

/** The time zone that organisation `o` has chosen. */
export const ZONE = sql<string | null>`(select s.value ->> 'zone' from organisation_setting s
  where s.org_id = o.id and s.name = 'organisation')`
const DEFAULT_ZONE = zoneSetting.parse({}).zone
/** The day it is in organisation `o`, as a date: nights begin with its own midnight. */
export const todayIn = ({ clock }: House): RawBuilder<unknown> =>
  sql`(${clock()}::timestamptz at time zone coalesce(${ZONE}, ${DEFAULT_ZONE}))::date`

type Own = { readonly rules_version: number; readonly zone: string | null }

/** As houseFor, when it is known how often the organisation changed its own rules, and which zone it has chosen. */
export async function houseAt(house: House, org: string, own: Own | undefined): Promise<House> {
  return { ...(await withRules(house, org, own?.rules_version ?? 0)), zone: own?.zone ?? DEFAULT_ZONE }
}

function withRules(house: House, org: string, version: number): Promise<House> {
  if (version === 0) return Promise.resolve(house)
  const kept = known.get(house.desks) ?? new Map<string, Promise<House>>()
  known.set(house.desks, kept)
  const key = `${org} ${version}`
  const made =
    kept.get(key) ?? asSystem(house.db, (tx) => ownRulesOf(tx, house, org)).then((own) => withOwn(house, org, own))
  made.catch(() => kept.delete(key))
  kept.delete(key)
  kept.set(key, made)
  if (kept.size > KEPT) kept.delete(kept.keys().next().value as string)
  return made
}

/** The house with rules of an organisation; the standard they make is kept, so that decisions under it can be run again. */
export async function withOwn(house: House, org: string, own: readonly MarketRule[]): Promise<House> {
  const { standard, desks } = beside(house, own)
  await keepStandard(house.db, desks.standardHash, standard, org)
  return { ...house, standard, desks, own: org }
}

/** The law with rules of an organisation's own beside it, and desks under both. */
export function beside(house: House, own: readonly MarketRule[]): Pick<House, 'standard' | 'desks'> {
  const standard: StandardData = { ...house.standard, rules: [...lawOf(house.standard), ...own] }
  return { standard, desks: new Desks(standard) }
}

/** The law alone, where an organisation's own rules stand beside it. */
export const lawOf = ({ rules }: Pick<StandardData, 'rules'>): MarketRule[] => rules.filter((r) => !r.pack)

/** Every rule that an organisation adopted, with the days it was in force. */
export async function ownRulesOf(tx: Tx, { standard }: House, org: string): Promise<MarketRule[]> {
  const packs = await tx
    .selectFrom('rule_pack')
    .select(['name', 'version', 'market', 'rules', 'from_day', 'until_day'])
    .where('org_id', '=', org)
    .where('state', '=', 'adopted')
    .orderBy('id')
    .orderBy('version')
    .execute()
  return packs.flatMap(({ from_day: from, until_day: until, ...pack }) =>
    inForce(standard, { ...pack, from: from as Day, ...(until ? { until: until as Day } : {}) }),
  )
}

/** The rules of a pack as they join the law. */
export const inForce = (standard: StandardData, pack: Pack): MarketRule[] =>
  rulesOfPack(pack, (standard as unknown as Standard).parameters.parameters)
