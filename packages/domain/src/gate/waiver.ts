import type { Day } from '../kernel/day.ts'
import type { Finding } from './finding.ts'
import type { Judged } from './gate.ts'

/** A waiver: for one check (or one rule of it), one subject, until a day. */
export type Waiver = {
  readonly check: string
  readonly rule?: string | undefined
  readonly subject: string
  readonly market?: string | undefined
  readonly reason: string
  readonly 'asked-by': string
  /** none while it is only asked for */
  readonly 'granted-by'?: string | undefined
  readonly until: Day
}

/** Why a waiver has no effect on a day; undefined when it stands. A person cannot grant their own (four eyes). */
export function waiverFault(w: Waiver, asOf: Day): 'not-granted' | 'own' | 'expired' | undefined {
  const granted = w['granted-by']
  if (granted === undefined) return 'not-granted'
  if (w['asked-by'].trim().toLowerCase() === granted.trim().toLowerCase()) return 'own'
  if (asOf >= w.until) return 'expired'
  return undefined
}

const meant = (w: Waiver, f: Finding) =>
  !f.statutory &&
  w.check === f.check &&
  w.subject === f.subject &&
  (w.rule === undefined || w.rule === f.rule) &&
  (w.market === undefined || w.market === f.market)

/** Marks the findings that waivers cover on this day. Statutory blocks are never covered. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], asOf: Day): Judged[] {
  if (waivers.length === 0) return [...findings]
  const bySubject = Map.groupBy(waivers, (w) => w.subject)
  return findings.map((f) => {
    const w = bySubject.get(f.subject)?.find((each) => meant(each, f) && waiverFault(each, asOf) === undefined)
    return w ? { ...f, waived: { until: w.until, by: w['granted-by'] as string, reason: w.reason } } : f
  })
}
