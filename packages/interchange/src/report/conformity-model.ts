import type { Instant } from '@haixuan/domain/kernel/day'

type Verdict = 'conforms' | 'provisional' | 'fails' | 'not-carried-out'

/** What the conformity report shows, in one language: the template only lays out. */
export type ConformityModel = {
  readonly language: 'zh' | 'en'
  /** the stream, or the organisation */
  readonly name: string
  readonly day?: string | undefined
  readonly at: Instant
  readonly stages: readonly {
    readonly id: string
    readonly clauses: readonly {
      readonly id: string
      readonly title: string
      readonly asks: string
      readonly verdict: Verdict
      /** types of events that show it, each with its number */
      readonly shown: readonly { readonly type: string; readonly count: number }[]
      readonly wrong: number
      readonly missing: number
      /** what stands against it, the first few */
      readonly against: readonly { readonly name: string; readonly what: string; readonly wrong: boolean }[]
    }[]
  }[]
  /** of the archive the report lies in */
  readonly root?: string | undefined
  readonly events?: number | undefined
  readonly key?: string | undefined
}
