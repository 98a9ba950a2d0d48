import type { Judged } from '@haixuan/domain/gate/gate'

const keyOf = (f: Judged) => [f.check, f.rule, f.market, f.severity, f.state, f.owner, f.waived?.until].join('|')

/** Whether findings differ in anything but their texts. */
export const findingsDiffer = (before: readonly Judged[], after: readonly Judged[]): boolean =>
  before.length !== after.length || before.some((f, i) => keyOf(f) !== keyOf(after[i] as Judged))
