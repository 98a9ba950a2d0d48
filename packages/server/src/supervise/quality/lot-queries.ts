import { compareWithSeal, sealOf } from '@haixuan/domain/select/product/sample'
import { defect, type Lot, measurement } from '@haixuan/domain/supervise/quality/lot'
import { judge } from '@haixuan/domain/supervise/quality/lot-verdict'
import { SAMPLING_SEVERITIES } from '@haixuan/domain/supervise/quality/sampling'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/commands/actor.ts'
import { Problem } from '../../platform/http/problem.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'
import { because } from '../because.ts'
import { curveShown, planShown, shownCurve, shownPlan } from './sampling-plan.ts'
import { knownSupplier, standingsOf } from './severity.ts'

const verdict = z.enum(['waiting', 'second-sample', 'accepted', 'refused'])
const row = z.object({
  project: z.string(),
  product: z.string(),
  title: z.string(),
  id: z.string(),
  supplier: z.string(),
  supplierName: z.string(),
  class: z.string().nullable(),
  units: z.int(),
  severity: z.enum(SAMPLING_SEVERITIES),
  verdict,
  superseded: z.boolean().describe('put up again under another number'),
  nonconforming: z.int(),
  sampled: z.int(),
  differences: z.int().describe('attributes that differ from the sealed sample'),
  at: z.string(),
  by: z.string().nullable(),
})

const COLUMNS = [
  'l.project_id as project',
  'l.product_id as product',
  'p.title',
  'l.id',
  'l.supplier_id as supplier',
  sql<string>`coalesce(s.name, g.name, l.supplier_id)`.as('supplierName'),
  'l.class',
  'l.units',
  'l.severity',
  'l.verdict',
  'l.superseded',
  'l.nonconforming',
  'l.sampled',
  'l.differences',
  'l.at',
  sql<string | null>`l.body ->> 'by'`.as('by'),
] as const

const SORTS = { at: sql`l.at`, units: sql`l.units`, verdict: sql`l.verdict` }

type Tx = Parameters<Parameters<typeof query>[0]['run']>[0]['tx']
const lots = (tx: Tx) =>
  tx
    .selectFrom('lot as l')
    .innerJoin('product as p', (on) =>
      on
        .onRef('p.org_id', '=', 'l.org_id')
        .onRef('p.project_id', '=', 'l.project_id')
        .onRef('p.id', '=', 'l.product_id'),
    )
    .leftJoin('supplier as s', (on) => on.onRef('s.org_id', '=', 'l.org_id').onRef('s.id', '=', 'l.supplier_id'))
    .leftJoin('supplier_gate as g', (on) =>
      on
        .onRef('g.org_id', '=', 'l.org_id')
        .onRef('g.project_id', '=', 'l.project_id')
        .onRef('g.supplier_id', '=', 'l.supplier_id'),
    )

const list = query({
  name: 'lot.list',
  path: '/lots',
  summary: { zh: '大货批次', en: 'Lots of bulk goods' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: pageOf(['at', 'units', 'verdict']).extend({
    sort: z.enum(['at', '-at', 'units', '-units', 'verdict', '-verdict']).default('-at'),
    project: z.string().optional(),
    product: z.string().optional(),
    supplier: z.string().optional(),
    class: z.string().optional(),
    verdict: verdict.optional(),
  }),
  answer: pageAnswer(row),
  async run({ tx, actor, query: page }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`(l.project_id || ' ' || l.product_id || ' ' || l.id)` })
    const rows = await lots(tx)
      .select([...COLUMNS, sql<unknown>`${column}`.as('place')])
      .where('l.org_id', '=', actor.org)
      .where(where)
      .where(saying(page.q, { texts: [sql`l.id`, sql`p.id`], search: [sql`p.search`] }))
      .$if(page.project !== undefined, (w) => w.where('l.project_id', '=', page.project as string))
      .$if(page.product !== undefined, (w) => w.where('l.product_id', '=', page.product as string))
      .$if(page.supplier !== undefined, (w) => w.where('l.supplier_id', '=', page.supplier as string))
      .$if(page.class !== undefined, (w) => w.where('l.class', '=', page.class as string))
      .$if(page.verdict !== undefined, (w) => w.where('l.verdict', '=', page.verdict as 'waiting'))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, `${r.project} ${r.product} ${r.id}`])
    return { rows: shown.map(({ place: _, ...r }) => r), next }
  },
})

const get = query({
  name: 'lot.get',
  path: '/projects/:project/products/:product/lots/:lot',
  summary: { zh: '批次：方案、所见、与封样对照', en: 'A lot: its plan, what was found, beside the sealed sample' },
  roles: MEMBER_ROLES,
  params: z.object({ project: z.string(), product: z.string(), lot: z.string() }),
  query: z.object({}),
  answer: row.extend({
    version: z.int().describe('of its product'),
    level: z.string(),
    aql: z.string(),
    type: z.enum(['single', 'double']),
    classes: z
      .array(
        z.object({
          class: z.enum(['critical', 'major', 'minor']),
          aql: z.string().nullable().describe('none where one unit refuses the lot'),
          plan: planShown,
          found: z.array(z.int()),
          verdict,
        }),
      )
      .describe('the lot is accepted when every class is'),
    curve: curveShown.describe('of the plan for the major class'),
    defects: z.array(defect),
    photos: z.array(z.string()),
    evidence: z.string().nullable(),
    submitted: z.string().nullable(),
    inspected: z.string().nullable(),
    resubmits: z.string().nullable(),
    measured: z.array(measurement),
    seal: z
      .object({
        sample: z.string(),
        number: z.string().nullable(),
        photos: z.array(z.string()),
        measured: z.array(measurement),
      })
      .nullable(),
    unlike: z.array(
      z.object({ attribute: z.string(), sealed: z.string(), bulk: z.string().describe('empty when not measured') }),
    ),
    tolerance: z.string().describe('share by which a measured number may differ from the seal'),
    switching: z
      .object({
        severity: z.enum(SAMPLING_SEVERITIES),
        score: z.int(),
        discontinued: z.boolean(),
        reduced: z.boolean(),
        lots: z.array(z.object({ id: z.string(), project: z.string(), product: z.string(), accepted: z.boolean() })),
      })
      .nullable()
      .describe('how the next lot of this supplier and class is inspected, and the lots that say so'),
    nonconformities: z.array(z.object({ id: z.string(), what: z.string(), next: z.string().nullable() })),
  }),
  async run(asked) {
    const { tx, actor, params, house } = asked
    const found = await lots(tx)
      .select([
        ...COLUMNS,
        'l.body',
        'p.version',
        'p.facts',
        sql<
          { id: string; what: string; next: string | null }[]
        >`coalesce((select jsonb_agg(jsonb_build_object('id', n.id,
          'what', n.what, 'next', n.next) order by n.created_at) from nonconformity n where n.org_id = l.org_id
          and n.project_id = l.project_id and n.product_id = l.product_id and n.lot_id = l.id), '[]')`.as(
          'nonconformities',
        ),
      ])
      .where('l.org_id', '=', actor.org)
      .where('l.project_id', '=', params.project)
      .where('l.product_id', '=', params.product)
      .where('l.id', '=', params.lot)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: because('no-lot', { lot: params.lot, product: params.product }) })
    const { body, facts, ...shown } = found
    const { sampling } = house.standard
    const { classes } = judge(sampling, body)
    const main = classes.find((c) => c.class === 'major')!
    const sealed = sealIn(facts?.samples ?? [])
    const [standing] = found.class === null ? [] : await standingsOf(asked, found.supplier, found.class)
    return {
      ...shown,
      ...told(body),
      classes: classes.map(({ plan, found: n, ...c }) => ({ ...c, plan: shownPlan(plan), found: [...n] })),
      curve: shownCurve(main.plan, body.units),
      seal: sealed,
      unlike:
        sealed === null || body.measured.length === 0
          ? []
          : compareWithSeal(sealed.measured, body.measured, Number(sampling['seal-tolerance'])).map(
              ({ attribute, sealed: s, bulk }) => ({ attribute, sealed: s, bulk }),
            ),
      tolerance: sampling['seal-tolerance'],
      switching: standing ? { ...standing, lots: [...standing.lots] } : null,
    }
  },
})

const told = ({ level, aql, type, defects, photos, evidence, submitted, inspected, resubmits, measured }: Lot) => ({
  level,
  aql,
  type,
  defects: defects ?? [],
  photos: photos ?? [],
  evidence: evidence ?? null,
  submitted: submitted ?? null,
  inspected: inspected ?? null,
  resubmits: resubmits ?? null,
  measured,
})

type Samples = Parameters<typeof sealOf>[0][]
function sealIn(samples: Samples) {
  for (const sample of samples) {
    const seal = sealOf(sample)
    if (seal)
      return { sample: sample.id, number: seal['seal-number'] ?? null, photos: seal.photos, measured: seal.measured }
  }
  return null
}

const switching = query({
  name: 'supplier.switching',
  path: '/suppliers/:supplier/switching',
  summary: {
    zh: '各品类的检验严格度及依据的批次',
    en: 'How strictly the next lot of each class is inspected, and the lots that say so',
  },
  params: z.object({ supplier: z.string() }),
  query: z.object({}),
  answer: z.object({
    rows: z.array(
      z.object({
        class: z.string(),
        severity: z.enum(SAMPLING_SEVERITIES),
        score: z.int().describe('at 30 inspection may be reduced (9.3.3.2)'),
        discontinued: z.boolean(),
        reduced: z.boolean().describe('the organisation agrees to reduced inspection'),
        resumed: z.string().nullable(),
        lots: z.array(z.object({ id: z.string(), project: z.string(), product: z.string(), accepted: z.boolean() })),
      }),
    ),
  }),
  async run(asked) {
    const { tx, actor, params } = asked
    const standings = await standingsOf(asked, params.supplier)
    if (standings.length === 0) await knownSupplier({ tx, actor }, params.supplier)
    return { rows: standings.map((s) => ({ ...s, lots: [...s.lots] })) }
  },
})

export const lotQueries = [list, get, switching]
