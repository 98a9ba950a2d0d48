import { money } from '@haixuan/domain/kernel/money'
import { day } from '@haixuan/domain/select/cooperation/amount'
import type { Order, OrderRefund } from '@haixuan/domain/select/cooperation/settlement/statement'
import { z } from 'zod'
import { cause } from '../../platform/cause.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Question } from '../../platform/queries/query.ts'
import { query } from '../../platform/queries/query.ts'
import { cash } from './answers.ts'
import { offerParams } from './change-offer.ts'

type At = { readonly project: string; readonly product: string }
type Period = { readonly from: string; readonly until: string }

/** Orders of a period, and what went back in it, as they were imported into the project. */
export async function ordersOf({ tx, actor }: Pick<Question, 'tx' | 'actor'>, at: At, { from, until }: Period) {
  const rows = await tx
    .selectFrom('shop_order')
    .select((e) => [
      'order_id as id',
      e.cast<string>('day', 'text').as('day'),
      'quantity',
      'paid_minor',
      'paid_currency as currency',
      'refunded_minor',
      e.cast<string | null>('refunded_on', 'text').as('refunded_on'),
    ])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', at.project)
    .where('product_id', '=', at.product)
    .where((e) =>
      e.or([
        e.and([e('day', '>=', from), e('day', '<', until)]),
        e.and([e('refunded_on', '>=', from), e('refunded_on', '<', until)]),
      ]),
    )
    .orderBy('day')
    .orderBy('order_id')
    .execute()
  const within = (on: string | null) => on !== null && from <= on && on < until
  return {
    orders: rows
      .filter((r) => within(r.day))
      .map(
        ({ id, day, quantity, paid_minor, currency }) =>
          ({ id, day, quantity, paid: money(paid_minor, currency) }) as Order,
      ),
    refunds: rows
      .filter((r) => within(r.refunded_on))
      .map((r) => ({ order: r.id, day: r.refunded_on, amount: money(r.refunded_minor, r.currency) }) as OrderRefund),
  }
}

/** I8 · What a statement of a period would count: the orders that were imported, and what went back of them. */
export const importedOrders = query({
  name: 'offer.orders',
  path: '/projects/:project/products/:product/offer/orders',
  summary: {
    zh: '项目已导入的订单与退款（按期间）',
    en: 'Orders and refunds of a period, as imported into the project',
  },
  params: offerParams,
  query: z.object({ from: day, until: day.describe('the first day that no longer belongs to the period') }),
  answer: z.object({
    orders: z.array(z.object({ id: z.string(), day: z.string(), quantity: z.int(), paid: cash })),
    refunds: z.array(z.object({ order: z.string(), day: z.string(), amount: cash })),
  }),
  async run({ tx, actor, params, query: period }) {
    const product = await tx
      .selectFrom('product')
      .select('id')
      .where('org_id', '=', actor.org)
      .where('project_id', '=', params.project)
      .where('id', '=', params.product)
      .executeTakeFirst()
    if (!product)
      throw new Problem('not-found', {
        why: cause('product-of-project', { product: params.product, project: params.project }),
      })
    const { orders, refunds } = await ordersOf({ tx, actor }, params, period)
    return { orders: orders.map((o) => ({ ...o })), refunds: refunds.map((r) => ({ ...r })) }
  },
})
