import { addDays, type Day } from '../../kernel/day.ts'
import { BadInput, type Text } from '../../kernel/errors.ts'
import { type Money, money, parseMoney, times } from '../../kernel/money.ts'
import { because } from '../because.ts'
import type { AfterSalesFile, Reason } from './after-sales-schema.ts'
import type { AfterSalesCase } from './case.ts'
import { conformityRight } from './conformity-right.ts'
import { deliveryRight } from './delivery-right.ts'
import { type Basis, type Parameters, type Remedy, type Right, wholeOf } from './right.ts'
import { sharesOf } from './shares.ts'
import { exchangeRight, withdrawalRight } from './withdrawal-right.ts'

export type RefundLine = { readonly what: Reason; readonly line?: string; readonly amount: Money; readonly why: Text }
export type RefundDecision = {
  readonly eligible: boolean
  readonly remedy: Remedy
  /** the law, the shop's policy where it gives more, or neither */
  readonly basis: Basis
  /** last day to ask */
  readonly deadline?: Day
  readonly lines: readonly RefundLine[]
  readonly total: Money
  /** last day to pay; absent until the goods are back, where that starts the days */
  readonly refundBy?: Day
  readonly return: { readonly route: Text; readonly payer: 'buyer' | 'seller' | 'nobody' }
  readonly recovery?: { readonly supplier: string; readonly clause: string; readonly amount: Money }
  /** what decided it, in order */
  readonly reasons: readonly Text[]
}
export type RefundAbout = {
  /** of the buyer's market on the day of the order: later law does not change the bargain */
  readonly parameters: Parameters
  readonly file: AfterSalesFile
}

/**
 * What a buyer gets back, by when, and on what ground (T4): the law of the buyer's market, or the shop's policy where
 * it gives more. Amounts are exact to the minor unit. @throws BadInput when the case contradicts itself
 */
export function decideRefund(c: AfterSalesCase, about: RefundAbout): RefundDecision {
  const { order, case: asked } = c
  if (asked.requested < order.day)
    throw new BadInput(because('asked-before-order', { requested: asked.requested, day: order.day }), {
      field: 'case.requested',
    })
  if (order.delivered && order.delivered < order.day)
    throw new BadInput(because('delivered-before-order'), { field: 'order.delivered' })
  const reasons: Text[] = []
  const say = (r: Reason) => void reasons.push(about.file.reasons[r])
  const shares = sharesOf(c)
  if (shares.lines.length === 0) say('claimed-before')
  const class_ = shares.lines[0]?.line.class
  const find = (name: string) => about.parameters(name, { class: class_ })
  const context = { c, file: about.file, say, find, lines: shares.lines }
  const kind = asked.kind
  const right =
    kind === 'withdrawal'
      ? withdrawalRight(context)
      : kind === 'defect' || kind === 'not-as-described'
        ? conformityRight(context)
        : kind === 'exchange'
          ? exchangeRight(context)
          : deliveryRight(context)

  const cash = (text: string | undefined) =>
    text === undefined ? money(0, order.currency) : parseMoney(text, order.currency)
  const lines: RefundLine[] = []
  const put = (what: Reason, amount: Money, line?: string) => {
    if (amount.minor !== 0)
      lines.push({ what, amount, why: about.file.reasons[what], ...(line === undefined ? {} : { line }) })
  }
  const minus = (m: Money) => money(-m.minor, m.currency)
  if (right.eligible && right.remedy === 'refund') {
    for (const r of right.lines) {
      put('goods', r.goods, r.line.id)
      if (right.deducts) put('value-lost', minus(least(r.valueLost, r.goods)), r.line.id)
      if (right.basis.kind === 'policy' && kind === 'withdrawal' && c.policy?.['restocking-share'])
        put('restocking', minus(times(r.goods, c.policy['restocking-share'], 'down')), r.line.id)
      put('tax', r.tax, r.line.id)
      if (order.duties?.['paid-to'] === 'seller' && (right.basis.kind === 'law' || right.outbound !== 'none'))
        put('duties', r.duties, r.line.id)
    }
    const all = shares.whole && right.lines.length === shares.lines.length
    const paid = cash(order.shipping?.paid)
    const standard = order.shipping?.standard === undefined ? paid : least(cash(order.shipping.standard), paid)
    // the way out goes back with the last of the goods; a part that was kept has had its delivery
    if (all && right.outbound === 'all') put('shipping', paid)
    else if (all && right.outbound === 'standard')
      put(standard.minor < paid.minor ? 'shipping-standard' : 'shipping', standard)
    else if (paid.minor > 0) say('shipping-kept')
    if (order.duties?.['paid-to'] === 'customs') say('duties-at-customs')
  }
  if (right.eligible && right.remedy === 'reduce')
    for (const r of right.lines) put('price-reduction', least(r.valueLost, r.goods), r.line.id)
  if (right.eligible && right.remedy === 'exchange' && asked.replacement?.price !== undefined) {
    const units = right.lines.reduce((n, r) => n + r.quantity, 0)
    const had = right.lines.reduce((n, r) => n + r.goods.minor, 0)
    put('price-difference', money(had - cash(asked.replacement.price).minor * units, order.currency))
  }
  if (right.eligible && right.payer === 'seller') put('return-shipping', cash(asked['return-shipping-paid']))

  const total = money(
    Math.max(
      0,
      lines.reduce((sum, l) => sum + l.amount.minor, 0),
    ),
    order.currency,
  )
  if (right.eligible && right.remedy === 'refund' && total.minor === 0) say('nothing-left')
  const goesBack = right.eligible && right.remedy !== 'reduce' && order.delivered !== undefined
  const route =
    !goesBack || right.payer === 'nobody' ? 'none' : right.payer === 'seller' ? 'local-address' : 'send-abroad'
  const refundBy = right.eligible && total.minor > 0 ? payBy(c, right, about, goesBack, say) : undefined
  const supplier = c.supplier
  const recovers = right.eligible && supplier?.kinds.includes(kind) && total.minor > 0
  return {
    eligible: right.eligible,
    remedy: right.eligible ? right.remedy : 'none',
    basis: right.basis,
    ...(right.deadline === undefined ? {} : { deadline: right.deadline }),
    lines,
    total,
    ...(refundBy === undefined ? {} : { refundBy }),
    return: { route: about.file.routes[route], payer: goesBack ? right.payer : 'nobody' },
    ...(recovers && supplier
      ? { recovery: { supplier: supplier.id, clause: supplier.clause, amount: times(total, supplier.share) } }
      : {}),
    reasons,
  }
}

const least = (a: Money, b: Money): Money => (a.minor <= b.minor ? a : b)

function payBy(
  c: AfterSalesCase,
  right: Right,
  about: RefundAbout,
  goesBack: boolean,
  say: (r: Reason) => void,
): Day | undefined {
  const { case: asked, policy } = c
  const lawDays = wholeOf(right.law, 'refund-days')
  const own = policy?.['refund-days']
  const days = [lawDays, own].filter((d) => d !== undefined).sort((a, b) => a - b)[0] ?? about.file['refund-days'].days
  const requested = asked.requested as Day
  if (!goesBack) return addDays(requested, days)
  if (right.law?.values['refund-starts'] === 'goods-received') {
    const back = [
      asked['goods-back'],
      about.file['proof-of-sending'].markets.includes(c.market) ? asked['proof-of-sending'] : undefined,
    ]
      .filter((d) => d !== undefined)
      .sort()[0] as Day | undefined
    if (back === undefined) say('after-goods-back')
    return back && addDays(back, days)
  }
  if (right.law?.values['may-withhold'] === true && !asked['goods-back'] && !asked['proof-of-sending'])
    say('may-withhold')
  return addDays(requested, days)
}
