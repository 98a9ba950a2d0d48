import type { Day, Instant } from '@haixuan/domain/kernel/day'

/** Products (or other subjects) of one row counted by the state of their gate. */
export type GateCount = {
  readonly name: string
  readonly passed: number
  readonly conditional: number
  readonly open: number
}

/** All that report.pdf shows, in one language, formatted amounts and names included: the template only lays out. */
export type ReportModel = {
  readonly language: 'zh' | 'en'
  readonly theme: string
  readonly day: Day
  readonly at: Instant
  readonly markets: readonly string[]
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly figures: readonly { readonly name: string; readonly value: string }[]
  readonly stages: readonly { readonly id: string; readonly title: string; readonly steps: readonly GateCount[] }[]
  readonly byGate: readonly GateCount[]
  readonly byClass: readonly GateCount[]
  readonly byMarket: readonly GateCount[]
  readonly findings: readonly {
    readonly count: number
    readonly severity: 'block' | 'warn' | 'note'
    readonly clause: string
    readonly what: string
    readonly remedy: string
    readonly owner: string
    readonly source: string
  }[]
  readonly roles: readonly { readonly name: string; readonly count: number }[]
  readonly lineup: {
    readonly summary: readonly { readonly name: string; readonly value: string }[]
    readonly slots: readonly {
      readonly slot: number
      readonly phase: string
      readonly title: string
      readonly role: string
      readonly price: string
      readonly state: 'passed' | 'conditional' | 'open'
      readonly why: string
      /** what keeps it from release */
      readonly owed: string
      readonly substitute: string
    }[]
  }
  readonly conformity: readonly {
    readonly id: string
    readonly title: string
    readonly verdict: string
    /** the mark beside the verdict; none for a clause not carried out */
    readonly state: 'passed' | 'conditional' | 'open' | null
    readonly basis: string
  }[]
  readonly risks: readonly {
    readonly name: string
    readonly likelihood: number
    readonly impact: number
    readonly level: string
    readonly score: number
  }[]
  readonly root: string
  readonly key: string
  readonly events: number
}
