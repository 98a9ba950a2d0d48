import { addDays, type Day } from '../../kernel/day.ts'
import { type Asked, byLaw, noRight, type Right, wholeOf } from './right.ts'

/** Goods that have not come: by the promised day, or at all. The risk is the seller's until delivery. */
export function deliveryRight({ c, say, find, lines }: Asked): Right {
  const { order, case: asked } = c
  const law = find('delivery-time')
  const days = wholeOf(law, 'days')
  const due = (order.promised as Day | undefined) ?? (days === undefined ? undefined : addDays(order.day as Day, days))
  const none = noRight(law)
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
    basis: law ? byLaw(law) : { kind: 'policy' },
    remedy: 'refund',
    lines,
    outbound: 'all',
  }
}
