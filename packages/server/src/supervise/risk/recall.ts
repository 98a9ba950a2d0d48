import { Refusal } from '@haixuan/domain/kernel/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import type { StoredProject } from '../../plan/project/store.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { recorded } from '../../platform/http/schemas.ts'
import { because } from '../because.ts'
import { showForUpdate } from '../live/store.ts'
import { hold, takeOff } from '../live/take-off.ts'

const sku = z.string().min(1)
const gtin = z.string().min(8).max(14)
const supplier = z.string().min(1).describe('all its products, or with sku or gtin those alone')
/** Which goods: by one mark at least. */
const sought = z.union([
  z.strictObject({ sku, gtin: gtin.optional(), supplier: supplier.optional() }),
  z.strictObject({ gtin, supplier: supplier.optional() }),
  z.strictObject({ supplier }),
])
type Sought = { readonly sku?: string; readonly gtin?: string | undefined; readonly supplier?: string | undefined }

const place = z.object({ project: z.string(), product: z.string(), held: z.boolean() })

/** Products in any project that are the goods sought, their projects locked in order so that two recalls do not meet. */
async function goodsFor({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, of: Sought) {
  const { rows } = await sql<{ project: string; product: string }>`
    select p.project_id as project, p.id as product from product p
    where p.org_id = ${actor.org}
      and (${of.supplier ?? null}::text is null or p.supplier_id = ${of.supplier ?? null})
      and ((${of.sku ?? null}::text is null and ${of.gtin ?? null}::text is null) or p.sku = ${of.sku ?? null}
        or p.listing ->> 'gtin' = ${of.gtin ?? null} or p.facts ->> 'gtin' = ${of.gtin ?? null})
    order by p.project_id, p.id
  `.execute(tx)
  const projects = await tx
    .selectFrom('project')
    .select(['id', 'version', 'plan', 'state', 'closed_at'])
    .where('org_id', '=', actor.org)
    .where('id', 'in', [...new Set(rows.map((r) => r.project)), ''])
    .orderBy('id')
    .forUpdate()
    .execute()
  return { products: rows, projects }
}

/** Holds a product where its project is open, and takes it off the stream that is on. */
async function stop(
  asked: Asked,
  project: StoredProject,
  product: string,
  reason: string,
): Promise<readonly NewEvent[]> {
  const show = await showForUpdate(asked, project.id)
  const onShow = show?.slots.some((s) => s.product === product || s.substitute === product)
  if (show && show.endedAt === null && onShow)
    return (await takeOff({ ...asked, version: undefined }, project, { product, reason })).events
  return hold(asked, project, { product, reason })
}

/** Stops the goods in every open project and on air; gives where they are. */
async function stopAll(asked: Asked, of: Sought, reason: string) {
  const { products, projects } = await goodsFor(asked, of)
  if (products.length === 0) throw new Problem('not-found', { why: because('no-such-goods') })
  const events: NewEvent[] = []
  const places: z.output<typeof place>[] = []
  for (const project of projects)
    for (const { product } of products.filter((p) => p.project === project.id)) {
      if (project.closed_at === null) {
        const stored = { ...project, ...(await newest(asked, project.id)) }
        events.push(...(await stop(asked, stored, product, reason)))
      }
      places.push({ project: project.id, product, held: project.closed_at === null })
    }
  return { events, places }
}

export const holdEverywhere = command({
  name: 'risk.hold',
  clause: 'S2',
  roles: ['selection', 'quality', 'legal', 'live-control'],
  path: '/holds',
  summary: {
    zh: '一键冻结：在所有项目、排品与直播台同时撤下同一商品',
    en: 'One switch: hold goods in every project, lineup and live desk at once',
  },
  params: z.object({}),
  input: z.strictObject({ sought, reason: z.string().trim().min(5).max(2000) }),
  answer: z.object({ products: z.array(place) }),
  async run(asked) {
    const { events, places } = await stopAll(asked, asked.input.sought, asked.input.reason)
    return { events, answer: { products: places } }
  },
})

export const recall = command({
  name: 'risk.recall',
  clause: 'S2',
  roles: ['quality', 'legal'],
  path: '/recalls',
  summary: {
    zh: '召回：在所有项目与直播中冻结同一商品，列出受影响的订单与案件',
    en: 'Recall goods: hold them in every project and on air, and list the orders and cases they touch',
  },
  params: z.object({}),
  input: z.strictObject({ sought, reason: z.string().trim().min(5).max(2000) }),
  answer: recorded.extend({ products: z.array(place) }),
  async run(asked) {
    const { tx, actor, now, input } = asked
    const id = `RC-${crypto.randomUUID()}`
    const { events, places } = await stopAll(asked, input.sought, `召回 recall: ${input.reason}`)
    await tx
      .insertInto('recall')
      .values({
        org_id: actor.org,
        id,
        version: 1,
        reason: input.reason,
        sought: JSON.stringify(input.sought),
        products: JSON.stringify(places.map(({ project, product }) => ({ project, product }))),
        state: 'open',
        opened_by: actor.name,
        opened_at: now,
      })
      .execute()
    const body = { sought: input.sought, reason: input.reason, products: places }
    events.push({ type: 'recall.opened', subject: id, clause: 'S2', body, supplier: input.sought.supplier })
    return { events, answer: { id, version: 1, products: places }, version: 1, created: true }
  },
})

/** A project as the step before has left it. */
const newest = ({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, project: string) =>
  tx
    .selectFrom('project')
    .select(['version', 'plan', 'state'])
    .where('org_id', '=', actor.org)
    .where('id', '=', project)
    .executeTakeFirstOrThrow()

export const closeRecall = command({
  name: 'risk.close-recall',
  clause: 'S2',
  roles: ['quality', 'legal'],
  path: '/recalls/:recall/close',
  versioned: true,
  summary: { zh: '由他人确认召回完成', en: 'Close a recall, as someone other than who opened it' },
  params: z.object({ recall: z.string() }),
  input: z.strictObject({ outcome: z.string().trim().min(5).max(2000) }),
  answer: recorded,
  async run(asked) {
    const { tx, actor, now, input, params } = asked
    const row = await tx
      .selectFrom('recall')
      .select(['version', 'state', 'opened_by'])
      .where('org_id', '=', actor.org)
      .where('id', '=', params.recall)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw new Problem('not-found', { why: missing('recall', params.recall) })
    await checkSeen(asked, params.recall, row.version)
    if (row.state === 'closed' || row.opened_by === actor.name)
      throw new Refusal(because('recall-second-person'), 'S2', {
        zh: '请由另一人确认',
        en: 'Have another person confirm it',
      })
    const version = row.version + 1
    await tx
      .updateTable('recall')
      .set({ state: 'closed', version, closed_by: actor.name, closed_at: now, outcome: input.outcome })
      .where('org_id', '=', actor.org)
      .where('id', '=', params.recall)
      .execute()
    const event = {
      type: 'recall.closed',
      subject: params.recall,
      clause: 'S2',
      body: { outcome: input.outcome, version },
    }
    return { events: [event], answer: { id: params.recall, version }, version }
  },
})
