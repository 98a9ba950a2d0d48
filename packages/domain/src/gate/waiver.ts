import type { Day } from '../kernel/day.ts'
import type { Finding } from './finding.ts'
import type { Judged } from './gate.ts'

/** A granted waiver: for one check (or one rule of it), one subject, until a day. */
export type Waiver = {
  readonly check: string
  readonly rule?: string | undefined
  readonly subject: string
  readonly market?: string | undefined
  readonly reason: string
  readonly 'asked-by': string
  readonly 'granted-by': string
  readonly until: Day
}

/** Why a waiver has no effect; undefined when it stands. A person cannot grant their own (four eyes). */
export function waiverFault(w: Waiver, f: Finding, asOf: Day): 'statutory' | 'own' | 'expired' | undefined {
  if (f.statutory) return 'statutory'
  if (w['asked-by'].trim().toLowerCase() === w['granted-by'].trim().toLowerCase()) return 'own'
  if (asOf >= w.until) return 'expired'
  return undefined
}

const meant = (w: Waiver, f: Finding) =>
  w.check === f.check &&
  w.subject === f.subject &&
  (w.rule === undefined || w.rule === f.rule) &&
  (w.market === undefined || w.market === f.market)

/** Marks the findings that waivers cover on this day. Statutory blocks are never covered. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], asOf: Day): Judged[] {
  if (waivers.length === 0) return [...findings]
  const bySubject = Map.groupBy(waivers, (w) => w.subject)
  return findings.map((f) => {
    const w = bySubject.get(f.subject)?.find((each) => meant(each, f) && waiverFault(each, f, asOf) === undefined)
    return w ? { ...f, waived: { until: w.until, by: w['granted-by'], reason: w.reason } } : f
  })
}
