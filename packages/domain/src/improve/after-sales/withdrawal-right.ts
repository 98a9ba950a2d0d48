import { isClass } from '../../gate/binding.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { AfterSalesFile } from './after-sales-schema.ts'
import type { EXCLUSIONS } from './case.ts'
import { rollOver } from './deadline.ts'
import { type Asked, byLaw, listOf, noRight, type Right, wholeOf } from './right.ts'
import type { ReturnedLine } from './shares.ts'

type Exclusion = (typeof EXCLUSIONS)[number]

/** Sending back for no reason: the law's days, or the shop's where they are longer. */
export function withdrawalRight({ c, file, say, find, lines }: Asked): Right {
  const { order, case: asked, policy, market } = c
  const law = find('withdrawal')
  const days = wholeOf(law, 'days') ?? 0
  const starts = law?.values.starts === 'contract' ? order.day : order.delivered
  if (order.delivered === undefined) {
    if (days === 0 && !policy?.days) {
      say('no-right')
      return noRight(law)
    }
    say('before-delivery')
    return {
      ...noRight(law),
      eligible: true,
      basis: days > 0 && law ? byLaw(law) : { kind: 'policy' },
      remedy: 'refund',
      lines,
      outbound: 'all',
    }
  }
  let lawDay: Day | undefined
  if (law && days > 0 && starts) {
    const plain = addDays(starts as Day, days)
    lawDay = rollOver(plain, market, asked.holidays, file.rolls)
    if (lawDay !== plain) say('rolled')
    const extension = wholeOf(law, 'extension-days') ?? 0
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
    return noRight(law)
  }
  if (asked.requested > deadline) {
    say('too-late')
    return { ...noRight(law), deadline }
  }
  const exceptions = listOf(law, 'exceptions')
  const inLaw = lawDay !== undefined && asked.requested <= lawDay
  const inPolicy = policyDay !== undefined && asked.requested <= policyDay
  const excluded = (r: ReturnedLine) =>
    exclusionsOf(r, market, file).some((e) => !law || days === 0 || exceptions.includes(e))
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
  if (taken.length === 0) return { ...noRight(law), deadline }
  const legal = inLaw && law !== undefined && taken.some((r) => !excluded(r))
  say(legal ? 'by-law' : 'by-policy')
  const lawPays = legal && law.values['outbound-shipping'] === true
  return {
    eligible: true,
    basis: legal ? byLaw(law) : { kind: 'policy' },
    remedy: 'refund',
    deadline,
    lines: taken,
    payer:
      (legal && law.values['return-shipping-payer'] === 'seller') || policy?.['return-shipping-payer'] === 'seller'
        ? 'seller'
        : 'buyer',
    law,
    outbound: policy?.['outbound-shipping'] ? 'all' : lawPays ? 'standard' : 'none',
    deducts: legal ? law.values['deduction-allowed'] === true : true,
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

/** Something else instead: open to whoever could send the goods back for no reason. */
export function exchangeRight(context: Asked): Right {
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
