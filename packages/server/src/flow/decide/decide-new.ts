import type { Day } from '@haixuan/domain/kernel/day'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { Listing } from '@haixuan/domain/select/product/listing'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { keepLots } from '../../supervise/quality/keep-lots.ts'
import { keepEarnings } from '../judge/earnings.ts'
import type { Judge, JudgedProduct, ReadAhead } from '../judge/judge.ts'
import { keepLikenesses } from '../judge/likenesses.ts'
import { logDecisions } from '../judge/log-decisions.ts'
import { planNow } from '../judge/plan-now.ts'
import type { ProductRow } from '../judge/product-rows.ts'
import { recheckOn } from '../judge/recheck.ts'
import { ownColumns, type Standing } from './decide-products.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>

/** A product that is about to be added. */
export type NewProduct = {
  readonly id: string
  readonly supplier: string
  readonly listing: Listing
  readonly facts?: ProductFacts | undefined
}
type JudgedNew = JudgedProduct & {
  readonly row: ProductRow
  /** columns of its row beside what it shares */
  readonly own: ReturnType<typeof ownColumns> & { readonly recheck_on: string | null }
}

/** Who judges products that are added to a project now. */
export const judgeOfNew = ({ now, house }: Pick<With, 'now' | 'house'>, project: Standing): Judge =>
  house.desks.judgeOf(planNow(house, project.plan, now), project.state)

/**
 * Judges products that are about to be added, so that each is written once, with its outcome. The gates of their suppliers
 * are decided before, and stay as they are until the transaction ends.
 */
export async function judgeNew(
  { tx, actor, now, house }: With,
  project: Standing,
  products: readonly NewProduct[],
  offers: ReadonlyMap<string, Offer>,
  ahead?: ReadAhead,
): Promise<JudgedNew[]> {
  const suppliers = await tx
    .selectFrom('supplier_gate as g')
    .leftJoin('supplier as s', (on) => on.onRef('s.org_id', '=', 'g.org_id').onRef('s.id', '=', 'g.supplier_id'))
    .select(['g.supplier_id as id', 'g.name', 'g.brands', 'g.state', 's.body'])
    .where('g.org_id', '=', actor.org)
    .where('g.project_id', '=', project.id)
    .where('g.supplier_id', 'in', [...new Set(products.map((p) => p.supplier))])
    .orderBy('g.supplier_id')
    .forShare('g')
    .execute()
  const judge = judgeOfNew({ now, house }, project)
  const { plan } = judge
  const periods = house.desks.periodsFor(plan)
  const standing = new Map(
    suppliers.map((s) => [s.id, { ...s, due: recheckOn(plan.date as Day, periods, s.body, plan.waivers) }]),
  )
  return products.map(({ id, supplier, listing, facts = null }) => {
    const { name, brands, state, body, due } = standing.get(supplier)!
    const offer = offers.get(id) ?? null
    const row: ProductRow = {
      id,
      supplier_id: supplier,
      listing,
      facts,
      offer,
      ...UNDECIDED,
      supplier_name: name,
      brands,
      supplier_state: state,
      supplier: body,
    }
    const judged = judge.judge(row, ahead)
    const own = facts || offer ? recheckOn(plan.date as Day, periods, facts, offer) : undefined
    const recheck_on = [own, due].filter((day) => day !== undefined).sort()[0] ?? null
    return { row, ...judged, own: { ...ownColumns(judged), recheck_on } }
  })
}
const UNDECIDED = { state: 'conditional', gates: {}, markets: {}, likeness: '', outcome: '', decided_at: null } as const

/** Keeps what products that are about to be added came out with; gives for each the columns of its row that decisions fill. */
export async function keepOutcomes(about: With, project: Standing, judged: readonly JudgedNew[]) {
  const { places } = await keepLikenesses(about, project.id, judgeOfNew(about, project), judged)
  return judged.map(({ row, own, judgement }) => ({ id: row.id, ...own, likeness: places.get(judgement.id) as string }))
}

/** Keeps what products that were added stand on beside their rows; gives the events of their decisions. */
export async function keepNew(about: With, project: Standing, judged: readonly JudgedNew[]): Promise<NewEvent[]> {
  const plan = planNow(about.house, project.plan, about.now)
  await keepEarnings(
    about,
    project.id,
    judged.map(({ row, judgement }) => ({ product: row, costs: judgement.costs })),
  )
  await keepLots(
    about,
    project.id,
    judged.map(({ row, product }) => ({
      product: row.id,
      supplier: row.supplier_id,
      class: product.class ?? null,
      facts: row.facts,
    })),
  )
  return logDecisions(
    about,
    { id: project.id, plan },
    judged.map(({ row, product, judgement }) => ({
      id: row.id,
      supplier: row.supplier_id,
      claims: product.claims,
      judgement,
    })),
  )
}
