import type { Instant } from '@haixuan/domain/kernel/day'
import { instantIn, offsetAt } from '@haixuan/domain/kernel/zone'
import type { Project } from '@haixuan/domain/plan/project'
import { onAir, type Show, upNext } from '@haixuan/domain/supervise/live/show'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { House } from '../../house.ts'
import type { Tables } from '../../platform/database/tables.ts'
import { Problem } from '../../platform/http/problem.ts'
import { gateState } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { claimOnDesk, claimsIn } from './claims.ts'
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
    state: z.enum(['on-air', 'ended']),
    name: z.string(),
    language: z.enum(['zh', 'en']),
    market: z.string().nullable().describe('when the plan has one alone: claims are read by its law'),
    clock: z.object({
      now: z.string(),
      zone: z.string(),
      offset: z.int().describe('minutes that clocks of the zone are ahead of UTC'),
      planned: z.string().nullable(),
      started: z.string(),
      ended: z.string().nullable(),
    }),
    onAir: spoken.nullable(),
    next: spoken.nullable(),
    slots: z.array(slot),
    log: z.array(entryOnDesk),
  }),
  async run({ tx, actor, params, house }) {
    const show = await tx
      .selectFrom('live_show as s')
      .innerJoin('project as p', (on) => on.onRef('p.org_id', '=', 's.org_id').onRef('p.id', '=', 's.project_id'))
      .select(['s.version', 's.slots', 's.started_at', 's.ended_at', 'p.plan'])
      .where('s.org_id', '=', actor.org)
      .where('s.project_id', '=', params.project)
      .executeTakeFirst()
    if (!show) throw new Problem('not-found', { detail: `project ${params.project} is not on air` })
    const now = house.clock()
    const products = await productsShown(tx, actor.org, params.project, show.slots)
    const mayAir = (id: string) => products.get(id)?.state === 'passed'
    const tell = (id: string | undefined) => {
      const product = id === undefined ? undefined : products.get(id)
      return product ? toSay(house, show.plan, now, product) : null
    }
    return {
      version: show.version,
      name: show.plan.name ?? show.plan.theme,
      language: show.plan.language,
      market: show.plan.markets.length === 1 ? (show.plan.markets[0] ?? null) : null,
      state: show.ended_at === null ? ('on-air' as const) : ('ended' as const),
      clock: { ...clockOf(show.plan, now), started: show.started_at, ended: show.ended_at },
      onAir: tell(onAir(show.slots)?.product),
      next: tell(upNext(show.slots, mayAir)?.product),
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
    .selectFrom('product')
    .select(['id', 'title', 'state', 'class', 'facts', 'listing', 'price_minor', 'price_currency'])
    .where('org_id', '=', org)
    .where('project_id', '=', project)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function toSay(house: House, plan: Project, now: Instant, product: Shown): z.input<typeof spoken> {
  const find = claimsIn(house, plan, now, product)
  const { title, description, language } = product.listing
  const day = now.slice(0, 10)
  return {
    id: product.id,
    title: product.title,
    price:
      product.price_minor === null ? null : { minor: product.price_minor, currency: product.price_currency as string },
    state: product.state,
    class: product.class,
    evidence: (product.facts?.['claim-evidence'] ?? []).map(({ words, type, expires }) => ({
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
    mayClaim: (product.facts?.['claim-evidence'] ?? [])
      .filter((e) => e.expires === undefined || day < e.expires)
      .map((e) => e.words),
    avoid: find(`${title}\n${description}`, language).filter((c) => !c.carried),
  }
}
