import { createHash } from 'node:crypto'
import { type Desk, makeDesk } from '@haixuan/domain/flow/desk'
import type { StandardData } from '@haixuan/domain/flow/standard-data'
import type { GateState } from '@haixuan/domain/gate/gate'
import { canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import type { Project } from '@haixuan/domain/plan/project'
import { Judge } from './judge/judge.ts'
import { periodsIn } from './judge/recheck.ts'

const KEPT = 32
/** Each remembers many outcomes. */
const KEPT_JUDGES = 2

/** Desks of projects, made once for a plan and a day; the least recently used go first. */
export class Desks {
  readonly #standard: StandardData
  /** SHA-256 (hex) of the standard's canonical JSON, as decisions name it */
  readonly standardHash: string
  readonly #made = new Map<string, Desk>()
  readonly #judges = new Map<string, Judge>()
  readonly #periods: readonly number[]
  constructor(standard: StandardData) {
    this.#standard = standard
    const { documents, inspections, qualification, pricing, settlement, delivery, rules } = standard
    this.#periods = periodsIn([documents, inspections, qualification, pricing, settlement, delivery, rules])
    this.standardHash = createHash('sha256').update(canonicalJson(standard)).digest('hex')
  }
  /** Every number of days after which a decision under a plan may come out otherwise. */
  periodsFor(plan: Project): readonly number[] {
    return [...this.#periods, ...periodsIn(plan['qualification-tightening'])]
  }
  /** @throws BadInput when a market of the plan is unknown */
  for(plan: Project): Desk {
    return remembered(this.#made, hashOf(plan), KEPT, () => makeDesk(this.#standard, plan))
  }
  /** The judge of a project whose plan gate is in a state; it remembers what it judged. @throws BadInput */
  judgeOf(plan: Project, state: GateState): Judge {
    return remembered(
      this.#judges,
      `${hashOf(plan)} ${state}`,
      KEPT_JUDGES,
      () => new Judge(plan, this.for(plan), state),
    )
  }
}

const hashOf = (plan: Project) => createHash('sha256').update(canonicalJson(plan)).digest('base64')

/** What is kept under a key, made when it is not; of more than `most` the least recently used goes. */
function remembered<T>(kept: Map<string, T>, key: string, most: number, make: () => T): T {
  const found = kept.get(key) ?? make()
  kept.delete(key)
  kept.set(key, found)
  if (kept.size > most) kept.delete(kept.keys().next().value as string)
  return found
}
