import { isClass } from '../../gate/binding.ts'
import type { Parameter, RuleSet } from '../../gate/rule-set.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Text } from '../../kernel/errors.ts'
import { BadInput } from '../../kernel/errors.ts'
import { type Money, money, parseMoney, times } from '../../kernel/money.ts'
import type { AfterSalesFile, Reason } from './after-sales-schema.ts'
import type { AfterSalesCase, EXCLUSIONS, REMEDIES } from './case.ts'
import { addMonths, rollOver } from './deadline.ts'
import { type ReturnedLine, sharesOf } from './shares.ts'

type Exclusion = (typeof EXCLUSIONS)[number]
type Remedy = (typeof REMEDIES)[number] | 'exchange' | 'none'

export type RefundLine = { readonly what: Reason; readonly line?: string; readonly amount: Money; readonly why: Text }
export type RefundDecision = {
  readonly eligible: boolean
  readonly remedy: Remedy
  /** the law, the shop's policy where it gives more, or neither */
  readonly basis: { readonly kind: 'law' | 'policy' | 'none'; readonly rule?: string; readonly source?: string }
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
  readonly parameters: RuleSet['parameter']
  readonly file: AfterSalesFile
}

type Right = {
  readonly eligible: boolean
  readonly basis: RefundDecision['basis']
  readonly remedy: Remedy
  readonly deadline?: Day | undefined
  readonly lines: readonly ReturnedLine[]
  readonly payer: 'buyer' | 'seller' | 'nobody'
  readonly law: Parameter | undefined
  readonly outbound: 'none' | 'standard' | 'all'
  readonly deducts: boolean
}

const whole = (p: Parameter | undefined, key: string): number | undefined => {
  const v = p?.values[key]
  return typeof v === 'number' ? v : undefined
}
const list = (p: Parameter | undefined, key: string): readonly string[] => {
  const v = p?.values[key]
  return Array.isArray(v) ? v : []
}

/**
 * What a buyer gets back, by when, and on what ground (T4): the law of the buyer's market, or the shop's policy where
 * it gives more. Amounts are exact to the minor unit. @throws BadInput when the case contradicts itself
 */
export function decideRefund(c: AfterSalesCase, about: RefundAbout): RefundDecision {
  const { order, case: asked } = c
  if (asked.requested < order.day)
    throw new BadInput(`asked on ${asked.requested}, before the order of ${order.day}`, { field: 'case.requested' })
  if (order.delivered && order.delivered < order.day)
    throw new BadInput('delivered before it was ordered', { field: 'order.delivered' })
  const reasons: Text[] = []
  const say = (r: Reason) => void reasons.push(about.file.reasons[r])
  const shares = sharesOf(c)
  const class_ = shares.lines[0]?.line.class
  const find = (name: string) => about.parameters(name, { class: class_ })
  const context = { c, about, say, find, lines: shares.lines }
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

type Context = {
  readonly c: AfterSalesCase
  readonly about: RefundAbout
  readonly say: (r: Reason) => void
  readonly find: (name: string) => Parameter | undefined
  readonly lines: readonly ReturnedLine[]
}
const lawful = (p: Parameter): RefundDecision['basis'] => ({ kind: 'law', rule: p.rule, source: p.source })

/** Sending back for no reason: the law's days, or the shop's where they are longer. */
function withdrawalRight({ c, about, say, find, lines }: Context): Right {
  const { order, case: asked, policy, market } = c
  const law = find('withdrawal')
  const days = whole(law, 'days') ?? 0
  const starts = law?.values['starts'] === 'contract' ? order.day : order.delivered
  const none = {
    eligible: false,
    basis: { kind: 'none' as const },
    remedy: 'none' as const,
    lines: [],
    payer: 'nobody' as const,
    law,
    outbound: 'none' as const,
    deducts: false,
  }
  if (order.delivered === undefined) {
    if (days === 0 && !policy?.days) {
      say('no-right')
      return none
    }
    say('before-delivery')
    return {
      ...none,
      eligible: true,
      basis: days > 0 && law ? lawful(law) : { kind: 'policy' },
      remedy: 'refund',
      lines,
      outbound: 'all',
    }
  }
  let lawDay: Day | undefined
  if (law && days > 0 && starts) {
    const plain = addDays(starts as Day, days)
    lawDay = rollOver(plain, market, asked.holidays, about.file.rolls)
    if (lawDay !== plain) say('rolled')
    const extension = whole(law, 'extension-days') ?? 0
    if (!asked['told-of-right'] && extension > 0) {
      lawDay = addDays(plain, extension)
      say('extended')
    }
  }
  const policyDay = policy && policy.days > 0 ? addDays(order.delivered as Day, policy.days) : undefined
  const deadline = [lawDay, policyDay]
    .filter((d) => d !== undefined)
    .sort()
    .at(-1)
  if (deadline === undefined) {
    say('no-right')
    return none
  }
  if (asked.requested > deadline) {
    say('too-late')
    return { ...none, deadline }
  }
  const exceptions = list(law, 'exceptions')
  const inLaw = lawDay !== undefined && asked.requested <= lawDay
  const inPolicy = policyDay !== undefined && asked.requested <= policyDay
  const excluded = (r: ReturnedLine) =>
    exclusionsOf(r, market, about.file).some((e) => !law || days === 0 || exceptions.includes(e))
  const owed = lines.filter((r) => !excluded(r))
  // goods the law lets a seller refuse come back only where the policy says so
  const taken =
    inLaw && owed.length > 0
      ? inPolicy && policy?.['accepts-excluded']
        ? lines
        : owed
      : inPolicy
        ? policy?.['accepts-excluded']
          ? lines
          : owed
        : []
  if (taken.length < lines.length) say('excluded')
  if (taken.length === 0) return { ...none, deadline }
  const byLaw = inLaw && law !== undefined && taken.some((r) => !excluded(r))
  say(byLaw ? 'by-law' : 'by-policy')
  const lawPays = byLaw && law.values['outbound-shipping'] === true
  return {
    eligible: true,
    basis: byLaw ? lawful(law) : { kind: 'policy' },
    remedy: 'refund',
    deadline,
    lines: taken,
    payer:
      (byLaw && law.values['return-shipping-payer'] === 'seller') || policy?.['return-shipping-payer'] === 'seller'
        ? 'seller'
        : 'buyer',
    law,
    outbound: policy?.['outbound-shipping'] ? 'all' : lawPays ? 'standard' : 'none',
    deducts: byLaw ? law.values['deduction-allowed'] === true : true,
  }
}

/** What takes a line out of withdrawal: facts recorded, and what its class presumes in its condition. */
function exclusionsOf(r: ReturnedLine, market: string, file: AfterSalesFile): Exclusion[] {
  const presumed = file.exclusions.filter((e) =>
    e.presumed.some(
      (p) =>
        r.line.class !== undefined &&
        p.classes.some((k) => isClass(r.line.class!, k)) &&
        (p.markets === undefined || p.markets.includes(market)) &&
        (p.when === 'always' || r.condition !== 'unopened'),
    ),
  )
  return [...r.line.facts, ...presumed.map((e) => e.id)]
}

/** Goods that are not what was agreed: first the remedies the law puts first, then the money. */
function conformityRight({ c, about: _, say, find, lines }: Context): Right {
  const { order, case: asked, policy } = c
  const law = find('defect')
  const base = { lines, payer: 'seller' as const, law, outbound: 'all' as const, deducts: false }
  const none: Right = { ...base, eligible: false, basis: { kind: 'none' }, remedy: 'none', lines: [], payer: 'nobody' }
  const delivered = order.delivered as Day | undefined
  if (delivered === undefined) {
    say('before-delivery')
    return none
  }
  const lawDay = law && whole(law, 'months') ? addMonths(delivered, whole(law, 'months')!) : undefined
  const policyDay = policy && policy.days > 0 ? addDays(delivered, policy.days) : undefined
  const deadline = [lawDay, policyDay]
    .filter((d) => d !== undefined)
    .sort()
    .at(-1)
  if (deadline === undefined || asked.requested > deadline) {
    say(deadline === undefined ? 'no-right' : 'too-late')
    return { ...none, deadline }
  }
  const inLaw = law !== undefined && lawDay !== undefined && asked.requested <= lawDay
  const inPolicy = policyDay !== undefined && asked.requested <= policyDay
  say(inLaw ? 'conform-period' : 'by-policy')
  const burden = whole(law, 'burden-months')
  if (inLaw)
    say(burden !== undefined && asked.requested <= addMonths(delivered, burden) ? 'burden-seller' : 'burden-buyer')
  const basis = inLaw ? lawful(law) : { kind: 'policy' as const }
  const right = (remedy: Remedy): Right => ({ ...base, eligible: true, basis, remedy, deadline })
  const reject = whole(law, 'reject-days')
  if (reject !== undefined && asked.requested <= addDays(delivered, reject) && (asked.wants ?? 'refund') === 'refund') {
    say('reject-outright')
    return right('refund')
  }
  // a shop that takes sound goods back takes faulty ones back too
  if (inPolicy && (asked.wants ?? 'refund') === 'refund') return right('refund')
  const order_ = list(law, 'remedies').filter((r) => !asked.tried.includes(r as 'repair'))
  const mending = order_.filter((r) => r === 'repair' || r === 'replace')
  const cannotReplace = asked.replacement?.available === false
  const first = order_.filter((r) => !(r === 'replace' && cannotReplace))
  const wants = asked.wants
  if (wants !== undefined && first.includes(wants)) {
    const mended =
      list(law, 'remedies').some((r) => asked.tried.includes(r as 'repair')) ||
      mending.every((r) => r === 'replace' && cannotReplace)
    const moneyFirst = first[0] === 'refund' || first[0] === 'reduce'
    if (wants === 'repair' || wants === 'replace' || mended || moneyFirst) return right(wants)
    say('remedy-first')
  }
  const given = first[0] ?? 'refund'
  return right(given as Remedy)
}

/** Something else instead: open to whoever could send back, or whose goods are faulty. */
function exchangeRight(context: Context): Right {
  const { c, say } = context
  const right = withdrawalRight(context)
  if (!right.eligible) return right
  if (c.case.replacement?.available === false) {
    say('exchange-unavailable')
    return right
  }
  say('exchange')
  return { ...right, remedy: 'exchange', outbound: 'none' }
}

/** Goods that have not come: by the promised day, or at all. The risk is the seller's until delivery. */
function deliveryRight({ c, say, find, lines }: Context): Right {
  const { order, case: asked } = c
  const law = find('delivery-time')
  const days = whole(law, 'days')
  const due = (order.promised as Day | undefined) ?? (days === undefined ? undefined : addDays(order.day as Day, days))
  const none: Right = {
    eligible: false,
    basis: { kind: 'none' },
    remedy: 'none',
    lines: [],
    payer: 'nobody',
    law,
    outbound: 'none',
    deducts: false,
    deadline: undefined,
  }
  if (order.delivered !== undefined) {
    say('arrived-late')
    return none
  }
  const over = due !== undefined && asked.requested > due
  if (asked.kind === 'lost' ? !(over || asked['carrier-confirms-loss']) : !over) {
    say(asked.kind === 'lost' ? 'not-lost' : 'not-late')
    return none
  }
  say(asked.kind === 'lost' ? 'lost' : 'late')
  if (asked.kind === 'late') say('extra-time')
  return {
    ...none,
    eligible: true,
    basis: law ? lawful(law) : { kind: 'policy' },
    remedy: 'refund',
    lines,
    outbound: 'all',
  }
}

function payBy(
  c: AfterSalesCase,
  right: Right,
  about: RefundAbout,
  goesBack: boolean,
  say: (r: Reason) => void,
): Day | undefined {
  const { case: asked, policy } = c
  const lawDays = whole(right.law, 'refund-days')
  const own = policy?.['refund-days']
  const days = [lawDays, own].filter((d) => d !== undefined).sort((a, b) => a - b)[0] ?? about.file['refund-days'].days
  const requested = asked.requested as Day
  if (!goesBack) return addDays(requested, days)
  if (right.law?.values['refund-starts'] === 'goods-received') {
    const back = [
      asked['goods-back'],
      right.law.values['may-withhold'] === true ? asked['proof-of-sending'] : undefined,
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
