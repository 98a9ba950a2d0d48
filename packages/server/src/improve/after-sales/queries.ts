import { afterSalesCase, CASE_KINDS } from '@haixuan/domain/improve/after-sales/case'
import type { RefundDecision } from '@haixuan/domain/improve/after-sales/decide-refund'
import { sql } from 'kysely'
import { z } from 'zod'
import { mayAct } from '../../platform/commands/actor.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { openFor } from '../../platform/personal/person.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { decision, money, steps } from './answers.ts'
import type { Personal } from './case-record.ts'
import { caseParams, caseState } from './decide.ts'
import type { CaseState } from './store.ts'
import { wordsInCase } from './words-in-case.ts'

const row = z.object({
  id: z.string(),
  version: z.int(),
  kind: z.enum(CASE_KINDS),
  market: z.string(),
  state: caseState,
  due: z.string().nullable(),
  overdue: z.boolean(),
  total: money.nullable(),
  recovery: money.extend({ supplier: z.string(), clause: z.string() }).nullable().describe('what the supplier bears'),
  recovered: z.int().nullable().describe('minor units the supplier has paid back'),
  project: z.string().nullable(),
  product: z.string().nullable(),
  title: z.string().nullable().describe('of the product'),
  person: z.string().nullable().describe('stands for the buyer; their data is with the case'),
  created: z.string(),
})
/** Cases without a day to keep come last. */
const SORTS = { created: sql`c.created_at`, due: sql`coalesce(c.due, 'infinity'::date)`, total: sql`c.total_minor` }
const flag = z.stringbool().optional()

const list = query({
  name: 'case.list',
  path: '/cases',
  summary: { zh: '退换货案件', en: 'After-sales cases' },
  params: z.object({}),
  query: pageOf(['created', 'due', 'total']).extend({
    state: caseState.optional(),
    kind: z.enum(CASE_KINDS).optional(),
    market: z.string().length(2).optional(),
    project: z.string().optional(),
    product: z.string().optional(),
    person: z.string().optional(),
    supplier: z.string().optional().describe('who bears it by the contract'),
    recovery: z.enum(['owed', 'recovered']).optional().describe('of what the supplier bears'),
    open: flag.describe('not closed yet'),
    overdue: flag.describe('its day has passed'),
    'due-by': z.iso.date().optional(),
  }),
  answer: pageAnswer(row),
  async run({ tx, actor, query: page, house }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`c.id` })
    const today = dayHere(house, house.clock())
    const rows = await tx
      .selectFrom('after_sales_case as c')
      .leftJoin('product as p', (on) =>
        on
          .onRef('p.org_id', '=', 'c.org_id')
          .onRef('p.project_id', '=', 'c.project_id')
          .onRef('p.id', '=', 'c.product_id'),
      )
      .select((e) => [
        'c.id',
        'c.version',
        e.ref('c.kind').$castTo<z.output<typeof row>['kind']>().as('kind'),
        'c.market',
        e.ref('c.state').$castTo<CaseState>().as('state'),
        'c.due',
        'c.project_id as project',
        'c.product_id as product',
        'p.title',
        'c.person',
        'c.created_at as created',
        'c.currency',
        'c.total_minor',
        sql<boolean>`c.decision is not null`.as('decided'),
        sql<Recovery | null>`c.decision -> 'recovery'`.as('borne'),
        sql<number | null>`(c.steps -> 'recovered' ->> 'minor')::bigint`.as('recovered'),
        sql<boolean>`coalesce(c.due < ${today}, false)`.as('overdue'),
        sql<unknown>`${column}`.as('place'),
      ])
      .where('c.org_id', '=', actor.org)
      .where(where)
      .where(await wordsInCase({ tx, house }, page.q))
      .$if(page.state !== undefined, (q) => q.where('c.state', '=', page.state as string))
      .$if(page.kind !== undefined, (q) => q.where('c.kind', '=', page.kind as string))
      .$if(page.market !== undefined, (q) => q.where('c.market', '=', page.market as string))
      .$if(page.project !== undefined, (q) => q.where('c.project_id', '=', page.project as string))
      .$if(page.product !== undefined, (q) => q.where('c.product_id', '=', page.product as string))
      .$if(page.person !== undefined, (q) => q.where('c.person', '=', page.person as string))
      .$if(page.supplier !== undefined, (q) =>
        q.where(sql<boolean>`c.decision -> 'recovery' ->> 'supplier' = ${page.supplier}`),
      )
      .$if(page.recovery !== undefined, (q) =>
        q.where(
          page.recovery === 'owed'
            ? sql<boolean>`c.decision ? 'recovery' and not c.steps ? 'recovered'`
            : sql<boolean>`c.steps ? 'recovered'`,
        ),
      )
      .$if(page.open !== undefined, (q) => q.where('c.state', page.open ? '<>' : '=', 'closed'))
      .$if(page.overdue !== undefined, (q) =>
        q.where(sql<boolean>`coalesce(c.due < ${today}, false) = ${page.overdue}`),
      )
      .$if(page['due-by'] !== undefined, (q) => q.where('c.due', '<=', page['due-by'] as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return {
      rows: shown.map(({ place: _, currency, total_minor: minor, decided, borne, recovered, ...r }) => ({
        ...r,
        ...recoveryOf(borne, recovered),
        total: decided ? { minor, currency } : null,
      })),
      next,
    }
  },
})

type Recovery = NonNullable<RefundDecision['recovery']>
const recoveryOf = (borne: Recovery | null, recovered: number | null) => ({
  recovery: borne && { ...borne.amount, supplier: borne.supplier, clause: borne.clause },
  recovered: recovered === null ? null : Number(recovered),
})

/** Whose work needs the buyer's name and address. */
const MAY_SEE = ['service', 'finance', 'legal'] as const

export const caseGet = query({
  name: 'case.get',
  path: '/cases/:case',
  summary: { zh: '案件：事实、裁定、期限与买家', en: 'A case: its facts, decision, days, and the buyer' },
  params: caseParams,
  query: z.object({}),
  answer: row.extend({
    supplierName: z.string().nullable().describe('of who bears it by the contract'),
    record: afterSalesCase,
    decision: decision.nullable(),
    steps,
    buyer: z.object({
      known: z.enum(['shown', 'hidden', 'erased']).describe('hidden from roles that do not need it'),
      name: z.string().optional(),
      email: z.string().optional(),
      phone: z.string().optional(),
      address: z.string().optional(),
      order: z.string().optional(),
      reason: z.string().optional(),
    }),
  }),
  async run({ tx, actor, params, house }) {
    const found = await tx
      .selectFrom('after_sales_case as c')
      .leftJoin('product as p', (on) =>
        on
          .onRef('p.org_id', '=', 'c.org_id')
          .onRef('p.project_id', '=', 'c.project_id')
          .onRef('p.id', '=', 'c.product_id'),
      )
      .leftJoin('supplier as s', (on) =>
        on.onRef('s.org_id', '=', 'c.org_id').on('s.id', '=', sql<string>`c.decision -> 'recovery' ->> 'supplier'`),
      )
      .selectAll('c')
      .select((e) => ['p.title', e.ref('s.name').as('supplierName')])
      .where('c.org_id', '=', actor.org)
      .where('c.id', '=', params.case)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('case', params.case) })
    const [opened] =
      found.person && mayAct(actor, MAY_SEE)
        ? await openFor<Personal>({ tx, actor, house }, found.person, [
            { place: `case ${found.id}`, sealed: found.sealed },
          ])
        : []
    const { buyer, ...rest } = opened?.record ?? { buyer: {} }
    const hidden = mayAct(actor, MAY_SEE) ? ('erased' as const) : ('hidden' as const)
    return {
      id: found.id,
      version: found.version,
      kind: found.kind as z.output<typeof row>['kind'],
      market: found.market,
      state: found.state as CaseState,
      due: found.due,
      overdue: found.due !== null && found.due < dayHere(house, house.clock()),
      total: found.decision?.total ?? null,
      ...recoveryOf(found.decision?.recovery ?? null, found.steps.recovered?.minor ?? null),
      project: found.project_id,
      product: found.product_id,
      title: found.title,
      supplierName: found.supplierName,
      person: found.person,
      created: found.created_at,
      record: found.body,
      decision: found.decision,
      steps: found.steps,
      buyer: { known: opened ? ('shown' as const) : hidden, ...buyer, ...rest },
    }
  },
})

export const caseQueries = [list, caseGet]
