import { addDays, type Day } from '../../kernel/day.ts'
import type { REMEDIES } from './case.ts'
import { addMonths } from './deadline.ts'
import { type Asked, byLaw, listOf, noRight, type Remedy, type Right, wholeOf } from './right.ts'

/** Goods that are not what was agreed: first the remedies the law puts first, then the money. */
export function conformityRight({ c, say, find, lines }: Asked): Right {
  const { order, case: asked, policy } = c
  const law = find('defect')
  const delivered = order.delivered as Day | undefined
  if (delivered === undefined) {
    say('before-delivery')
    return noRight(law)
  }
  const lawDay = law && wholeOf(law, 'months') ? addMonths(delivered, wholeOf(law, 'months')!) : undefined
  const policyDay = policy && policy.days > 0 ? addDays(delivered, policy.days) : undefined
  const deadline = [lawDay, policyDay]
    .filter((d) => d !== undefined)
    .sort()
    .at(-1)
  if (deadline === undefined || asked.requested > deadline) {
    say(deadline === undefined ? 'no-right' : 'too-late')
    return noRight(law, deadline)
  }
  const inLaw = law !== undefined && lawDay !== undefined && asked.requested <= lawDay
  const inPolicy = policyDay !== undefined && asked.requested <= policyDay
  say(inLaw ? 'conform-period' : 'by-policy')
  const burden = wholeOf(law, 'burden-months')
  if (inLaw)
    say(burden !== undefined && asked.requested <= addMonths(delivered, burden) ? 'burden-seller' : 'burden-buyer')
  const basis = inLaw ? byLaw(law) : { kind: 'policy' as const }
  const right = (remedy: Remedy): Right => ({
    ...noRight(law, deadline),
    eligible: true,
    basis,
    remedy,
    lines,
    payer: 'seller',
    outbound: 'all',
  })
  const reject = wholeOf(law, 'reject-days')
  if (reject !== undefined && asked.requested <= addDays(delivered, reject) && (asked.wants ?? 'refund') === 'refund') {
    say('reject-outright')
    return right('refund')
  }
  // a shop that takes sound goods back takes faulty ones back too
  if (inPolicy && (asked.wants ?? 'refund') === 'refund') return right('refund')
  return right(remedyOf(c, listOf(law, 'remedies') as readonly Mend[], say))
}

type Mend = (typeof REMEDIES)[number]

/** The remedy the buyer asks for where the law lets them choose, else the first that is left. */
function remedyOf({ case: asked }: Asked['c'], all: readonly Mend[], say: Asked['say']): Remedy {
  const noStock = asked.replacement?.available === false
  const left = all.filter((r) => !asked.tried.includes(r) && !(r === 'replace' && noStock))
  const mends = (r: Mend | undefined) => r === 'repair' || r === 'replace'
  const { wants } = asked
  if (wants !== undefined && left.includes(wants)) {
    // between repair and replacement the buyer chooses; money comes once mending failed, cannot be, or is not put first
    const failed = asked.tried.some(mends) || !left.some(mends)
    if (mends(wants) || failed || !mends(left[0])) return wants
    say('remedy-first')
  }
  return left[0] ?? 'refund'
}
