import type { Instant } from '@haixuan/domain/kernel/day'
import { instantIn, offsetAt } from '@haixuan/domain/kernel/zone'
import type { Project } from '@haixuan/domain/plan/project'
import { holdsOn } from '@haixuan/domain/select/product/claims/held'
import { onAir, type Show, upNext } from '@haixuan/domain/supervise/live/show'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { House } from '../../house.ts'
import type { Tables } from '../../platform/database/tables.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { gateState } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { askedPrice } from '../../select/cooperation/asked-price.ts'
import { claimOnDesk, claimsIn, forbiddingOn } from './claims.ts'
import { liveParams } from './desk-state.ts'
import { entryOnDesk, newestEntries } from './log.ts'
import { productsOf } from './store.ts'

const spoken = z.object({
  id: z.string(),
  title: z.string(),
  price: z.object({ minor: z.number(), currency: z.string() }).nullable(),
  state: gateState,
  class: z.string().nullable(),
  evidence: z
    .array(z.object({ words: z.string(), type: z.string(), expires: z.string().optional() }))
    .describe('what is held for its claims, in force or not'),
  scripts: z.array(
    z.object({
      language: z.string(),
      text: z.string(),
      claims: z.array(claimOnDesk),
      mayBeSaid: z.boolean(),
    }),
  ),
  mayClaim: z.array(z.string()).describe('words that evidence in force stands behind'),
  avoid: z.array(claimOnDesk).describe('claims of its listing that nothing stands behind'),
})
const slot = z.object({
  slot: z.int(),
  phase: z.string(),
  product: z.string(),
  title: z.string(),
  substitute: z.string().nullable(),
  substituteTitle: z.string().nullable(),
  state: z.enum(['waiting', 'on-air', 'done', 'skipped', 'pulled']),
  mayAir: z.boolean(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  pulled: z.array(z.string()),
})

/** S3 · Everything a live desk shows: the clock, who is on air and next, what may be said, and what happened. */
export const desk = query({
  name: 'live.desk',
  path: '/projects/:project/live',
  summary: { zh: '直播台', en: 'The live desk' },
  params: liveParams,
  query: z.object({}),
  answer: z.object({
    version: z.int(),
    state: z.enum(['before', 'on-air', 'ended']),
    name: z.string(),
    language: z.enum(['zh', 'en']),
    market: z.string().nullable().describe('when the plan has one alone: claims are read by its law'),
    clock: z.object({
      now: z.string(),
      day: z.string().describe('the day by the calendar of the organisation, which evidence is read by'),
      zone: z.string(),
      offset: z.int().describe('minutes that clocks of the zone are ahead of UTC'),
      planned: z.string().nullable(),
      started: z.string().nullable(),
      ended: z.string().nullable(),
    }),
    onAir: spoken.nullable(),
    next: spoken.nullable(),
    forbidding: z.array(z.looseObject({})).describe('rules that forbid words of what is on air'),
    slots: z.array(slot),
    log: z.array(entryOnDesk),
    lineup: z
      .object({
        slots: z.int(),
        filled: z.int(),
        released: z.int(),
        releasedBy: z.string().nullable(),
        releasedAt: z.string().nullable(),
      })
      .nullable()
      .describe('what the stream goes by, or would'),
  }),
  async run({ tx, actor, params, house }) {
    const found = await tx
      .selectFrom('project as p')
      .leftJoin('live_show as s', (on) => on.onRef('s.org_id', '=', 'p.org_id').onRef('s.project_id', '=', 'p.id'))
      .leftJoin('lineup as l', (on) => on.onRef('l.org_id', '=', 'p.org_id').onRef('l.project_id', '=', 'p.id'))
      .select((e) => [
        'p.plan',
        's.version',
        's.slots',
        's.started_at',
        's.ended_at',
        sql<number>`jsonb_array_length(l.body -> 'slots')`.as('places'),
        'l.filled',
        'l.released',
        e.ref('l.released_by').as('releasedBy'),
        e.ref('l.released_at').as('releasedAt'),
      ])
      .where('p.org_id', '=', actor.org)
      .where('p.id', '=', params.project)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('project', params.project) })
    const now = house.clock()
    const { plan, filled, released, places, releasedBy, releasedAt } = found
    const common = {
      name: plan.name ?? plan.theme,
      language: plan.language,
      market: plan.markets.length === 1 ? (plan.markets[0] ?? null) : null,
      clock: { ...clockOf(plan, now), day: dayHere(house, now), started: found.started_at, ended: found.ended_at },
      lineup: filled === null ? null : { slots: places, filled, released: released ?? 0, releasedBy, releasedAt },
    }
    if (found.slots === null || found.version === null)
      return {
        ...common,
        version: 0,
        state: 'before' as const,
        onAir: null,
        next: null,
        slots: [],
        log: [],
        forbidding: [],
      }
    const show = { plan, slots: found.slots, version: found.version, ended_at: found.ended_at }
    const products = await productsShown(tx, actor.org, params.project, show.slots)
    const mayAir = (id: string) => products.get(id)?.state === 'passed'
    const tell = (id: string | undefined) => {
      const product = id === undefined ? undefined : products.get(id)
      return product ? toSay(house, show.plan, now, product) : null
    }
    return {
      ...common,
      version: show.version,
      state: show.ended_at === null ? ('on-air' as const) : ('ended' as const),
      onAir: tell(onAir(show.slots)?.product),
      next: tell(upNext(show.slots, mayAir)?.product),
      forbidding: forbiddingOn(house, show.plan, now, products.get(onAir(show.slots)?.product ?? '')),
      slots: show.slots.map(({ from, until, ...s }) => ({
        ...s,
        title: products.get(s.product)?.title ?? s.product,
        substituteTitle: s.substitute === null ? null : (products.get(s.substitute)?.title ?? s.substitute),
        mayAir: mayAir(s.product),
        from: from ?? null,
        until: until ?? null,
        pulled: [...s.pulled],
      })),
      log: await newestEntries(tx, actor.org, params.project),
    }
  },
})

const UTC = 'UTC'
function clockOf(plan: Project, now: Instant) {
  const zone = plan['time-zone'] ?? UTC
  const planned = plan.time === undefined ? null : instantIn(zone, plan.date as never, plan.time)
  return { now, zone, offset: offsetAt(zone, now), planned }
}

type Shown = Awaited<ReturnType<typeof productsShown>> extends Map<string, infer P> ? P : never

async function productsShown(tx: Transaction<Tables>, org: string, project: string, slots: Show) {
  const ids = [...new Set(productsOf(slots))].filter((id) => id !== null)
  const rows = await tx
    .selectFrom('product as p')
    .leftJoin('offer as o', (on) =>
      on
        .onRef('o.org_id', '=', 'p.org_id')
        .onRef('o.project_id', '=', 'p.project_id')
        .onRef('o.product_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.title', 'p.state', 'p.class', 'p.facts', 'p.listing', 'p.price_minor', 'p.price_currency'])
    .select('o.body as offer')
    .where('p.org_id', '=', org)
    .where('p.project_id', '=', project)
    .where('p.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function toSay(house: House, plan: Project, now: Instant, product: Shown): z.input<typeof spoken> {
  const find = claimsIn(house, plan, now, product)
  const { title, description, language } = product.listing
  const held = product.facts?.['claim-evidence'] ?? []
  return {
    id: product.id,
    title: product.title,
    price: askedPrice(product),
    state: product.state,
    class: product.class,
    evidence: held.map(({ words, type, expires }) => ({
      words,
      type,
      ...(expires === undefined ? {} : { expires }),
    })),
    scripts: plan.scripts
      .filter((s) => s.product === product.id)
      .map(({ language, text }) => {
        const claims = find(text, language)
        return { language, text, claims, mayBeSaid: claims.every((c) => c.carried || c.severity !== 'block') }
      }),
    mayClaim: held.filter(holdsOn(dayHere(house, now))).map((e) => e.words),
    avoid: find(`${title}\n${description}`, language).filter((c) => !c.carried),
  }
}
