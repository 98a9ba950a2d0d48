import { createHash } from 'node:crypto'
import { type Desk, makeDesk } from '@haixuan/domain/flow/desk'
import type { StandardData } from '@haixuan/domain/flow/standard-data'
import { canonicalJson } from '@haixuan/domain/kernel/canonical-json'
import type { Project } from '@haixuan/domain/plan/project'
import { periodsIn } from './recheck.ts'

const KEPT = 32

/** Desks of projects, made once for a plan and a day; the least recently used go first. */
export class Desks {
  readonly #standard: StandardData
  /** SHA-256 (hex) of the standard's canonical JSON, as decisions name it */
  readonly standardHash: string
  readonly #made = new Map<string, Desk>()
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
    const key = createHash('sha256').update(canonicalJson(plan)).digest('base64')
    const desk = this.#made.get(key) ?? makeDesk(this.#standard, plan)
    this.#made.delete(key)
    this.#made.set(key, desk)
    if (this.#made.size > KEPT) this.#made.delete(this.#made.keys().next().value as string)
    return desk
  }
}
