import { type Money, money } from '../../../kernel/money.ts'
import type { Statement, StatementLine } from './statement.ts'

/** A line as the payer states it. */
export type PayerLine = { readonly kind: StatementLine['kind']; readonly order?: string; readonly amount: Money }

export type ReconciledLine = {
  readonly kind: StatementLine['kind']
  readonly order?: string
  readonly ours?: Money
  readonly theirs?: Money
  /** theirs less ours */
  readonly difference: Money
  readonly state: 'same' | 'differs' | 'only-ours' | 'only-theirs' | 'stated-twice'
}
export type Reconciliation = {
  readonly lines: readonly ReconciledLine[]
  readonly ours: Money
  readonly theirs: Money
  readonly difference: Money
  readonly agrees: boolean
}

/**
 * Holds a payer's statement against ours, line by line (I8): same kind and order meet, the n-th with the n-th. A second
 * line of theirs that we know once is `stated-twice`. Amounts are in the currency of our lines.
 */
export function reconcile(ours: Statement, theirs: readonly PayerLine[]): Reconciliation {
  const currency = ours.total.currency
  const key = (l: PayerLine) => `${l.kind} ${l.order ?? ''}`
  const stated = Map.groupBy(theirs, key)
  const known = Map.groupBy(ours.lines, key)
  const lines: ReconciledLine[] = []
  for (const id of [...new Set([...known.keys(), ...stated.keys()])]) {
    const mine = known.get(id) ?? []
    const their = stated.get(id) ?? []
    for (let i = 0; i < Math.max(mine.length, their.length); i++) {
      const a = mine[i]
      const b = their[i]
      const { kind, order } = (a ?? b)!
      const difference = money((b?.amount.minor ?? 0) - (a?.amount.minor ?? 0), currency)
      const twice = !a && mine.length > 0
      lines.push({
        kind,
        ...(order === undefined ? {} : { order }),
        ...(a ? { ours: a.amount } : {}),
        ...(b ? { theirs: b.amount } : {}),
        difference,
        state:
          a && b
            ? difference.minor === 0
              ? 'same'
              : 'differs'
            : a
              ? 'only-ours'
              : twice
                ? 'stated-twice'
                : 'only-theirs',
      })
    }
  }
  const sum = (all: readonly { amount: Money }[]) =>
    money(
      all.reduce((t, l) => t + l.amount.minor, 0),
      currency,
    )
  const theirTotal = sum(theirs)
  return {
    lines,
    ours: ours.total,
    theirs: theirTotal,
    difference: money(theirTotal.minor - ours.total.minor, currency),
    agrees: lines.every((l) => l.state === 'same'),
  }
}
