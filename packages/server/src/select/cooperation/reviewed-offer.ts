import type { Desk } from '@haixuan/domain/flow/desk'
import { describedOffer } from '@haixuan/domain/flow/review-offer'
import type { Day } from '@haixuan/domain/kernel/day'
import type { Project } from '@haixuan/domain/plan/project'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { DecidedReview } from '../../flow/decide/review-project.ts'
import { planNow } from '../../flow/judge/plan-now.ts'
import { type ProductRow, productRows, reviewRow } from '../../flow/judge/product-rows.ts'
import { cause } from '../../platform/cause.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Question } from '../../platform/queries/query.ts'
import { because } from '../because.ts'

/** A product reviewed as of today, with its offer as the checks read it. */
export type ReviewedOffer = {
  readonly row: ProductRow
  readonly review: DecidedReview
  readonly plan: Project
  readonly desk: Desk
  readonly day: Day
  readonly described: Offer | undefined
}

/** Reviews one product of a project, its offer with it. @throws Problem */
export async function reviewedOffer(
  { tx, actor, house }: Pick<Question, 'tx' | 'actor' | 'house'>,
  at: { readonly project: string; readonly product: string },
): Promise<ReviewedOffer> {
  const project = await tx
    .selectFrom('project')
    .select(['plan', 'state'])
    .where('org_id', '=', actor.org)
    .where('id', '=', at.project)
    .executeTakeFirst()
  const row =
    project && (await productRows(tx, actor.org, at.project).where('p.id', '=', at.product).executeTakeFirst())
  if (!project || !row)
    throw new Problem('not-found', { why: cause('product-of-project', { product: at.product, project: at.project }) })
  const plan = planNow(house, project.plan, house.clock())
  const desk = house.desks.for(plan)
  const review = reviewRow(row, plan, desk, project.state)
  const described = row.offer ? describedOffer(row.offer, review.product, plan) : undefined
  return { row, review, plan, desk, day: plan.date as Day, described }
}

/** What weighing an offer in a market asks for. @throws Problem when the stream does not go there */
export function aboutMarket({ desk, day, review }: ReviewedOffer, market: string) {
  const rules = desk.markets.find((m) => m.market.id === market)
  if (!rules) throw new Problem('bad-input', { field: 'market', why: because('market-not-of-stream', { market }) })
  return { day, rules, product: review.product, pricing: desk.pricing, delivery: desk.delivery }
}
