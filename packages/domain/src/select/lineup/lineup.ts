import type { Role } from '../../gate/words.ts'
import type { Text } from '../../kernel/errors.ts'
import type { Money } from '../../kernel/money.ts'
import type { Points } from './points.ts'

/** One slot of the stream; `product` is null when it stays empty. */
export type Slot = {
  /** counted from 1 over the whole stream */
  readonly slot: number
  readonly phase: string
  readonly product: string | null
  readonly role: Role | null
  readonly points: Points | null
  readonly locked: boolean
  /** minutes on air when a person set others than the usual */
  readonly minutes?: number
  readonly released: boolean
  readonly why: Text
  /** a released product that could take the slot at once */
  readonly substitute: string | null
  readonly substituteWhy: Text
}

/** A limit that could not be kept, by how much, and the limits that together stand in its way. */
export type Conflict = {
  /** kind and name, such as mix:hero or must:p1 */
  readonly limit: string
  readonly firm: boolean
  /** products, slots or seconds short of the least or over the most */
  readonly by: number
  readonly against: readonly string[]
  readonly text: Text
}

/** What would bring a product in, each alone enough. */
export type WouldBringIn = {
  readonly margin?: Money
  readonly stock?: number
  readonly themeFit?: number
  readonly released?: true
}

/** A product left out, how many points it lacks in its best exchange, and what binds. */
export type LeftOut = {
  readonly product: string
  /** null when no single exchange is possible within the limits */
  readonly short: number | null
  /** the product it would take the place of */
  readonly instead: string | null
  readonly role: Role
  /** limits that keep it from an easier exchange */
  readonly limits: readonly string[]
  readonly bringsIn: WouldBringIn
  readonly why: Text
}

/** I9 · The lineup with what proves it. Plain values only, so that it can be hashed, archived and replayed. */
export type Lineup = {
  readonly slots: readonly Slot[]
  readonly filled: number
  readonly released: number
  readonly provisional: number
  /** sum of the points of all slots */
  readonly objective: number
  /** no lineup with the same limits kept has more */
  readonly bound: number
  /** (bound − objective) ÷ the larger of 1 and |objective| */
  readonly gap: number
  /** objective = bound, and the limits are kept as well as they can be */
  readonly proven: boolean
  /** anyone can check this bound with the multipliers alone, in one pass over the candidates */
  readonly certificate: {
    readonly bound: number
    readonly violations: number
    readonly multipliers: readonly (readonly [limit: string, multiplier: number])[]
  }
  readonly conflicts: readonly Conflict[]
  readonly leftOut: readonly LeftOut[]
  readonly work: {
    readonly candidates: number
    readonly eligible: number
    readonly columns: number
    readonly kept: number
    readonly rounds: number
  }
}
