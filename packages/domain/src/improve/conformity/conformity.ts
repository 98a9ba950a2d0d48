import type { LoggedFinding } from '../../flow/decision.ts'
import type { Clause } from '../../gate/clause.ts'
import type { Event } from '../../kernel/event.ts'

/**
 * `conforms` = carried out and nothing holds the products of the lineup; `provisional` = carried out, something is still
 * missing for them; `fails` = a recorded fact contradicts the clause on a product of the lineup; `not-carried-out` =
 * nothing in the log shows it.
 */
export type Verdict = 'conforms' | 'provisional' | 'fails' | 'not-carried-out'

export type ClauseConformity = {
  readonly clause: string
  readonly verdict: Verdict
  /** events that show the clause was carried out */
  readonly events: number
  /** blocking findings of the clause's checks on subjects of the lineup */
  readonly wrong: number
  readonly missing: number
}

const blocking = (e: Event): readonly LoggedFinding[] =>
  ((e.body.findings ?? []) as LoggedFinding[]).filter((f) => f.severity === 'block')

/**
 * M1 · The verdict on every clause from the log alone. Products and suppliers count when they are in the lineup: one
 * that a gate keeps off air shows the gates work, not that they fail.
 */
export function assessConformity(clauses: readonly Clause[], events: readonly Event[]): ClauseConformity[] {
  const types = new Map<string, number>()
  for (const e of events) types.set(e.type, (types.get(e.type) ?? 0) + 1)
  const lineup = events.findLast((e) => e.type === 'lineup.decided')
  const inLineup = new Set(
    ((lineup?.body.slots ?? []) as { product?: string; supplier?: string }[]).flatMap((s) => [s.product, s.supplier]),
  )
  const tally = new Map<string, { wrong: number; missing: number }>()
  for (const e of events) {
    if (e.type !== 'gate.decided') continue
    if ((e.body.about === 'product' || e.body.about === 'supplier') && !inLineup.has(e.subject)) continue
    for (const f of blocking(e)) {
      const seen = tally.get(f.check) ?? { wrong: 0, missing: 0 }
      if (f.state === 'wrong' && !f.waived) seen.wrong += 1
      else seen.missing += 1
      tally.set(f.check, seen)
    }
  }
  return clauses.map((clause): ClauseConformity => {
    const shown = clause.events.reduce((total, type) => total + (types.get(type) ?? 0), 0)
    const counts = clause.checks.map((c) => tally.get(c) ?? { wrong: 0, missing: 0 })
    const wrong = counts.reduce((total, c) => total + c.wrong, 0)
    const missing = counts.reduce((total, c) => total + c.missing, 0)
    const verdict: Verdict =
      shown === 0 ? 'not-carried-out' : wrong > 0 ? 'fails' : missing > 0 ? 'provisional' : 'conforms'
    return { clause: clause.id, verdict, events: shown, wrong, missing }
  })
}
