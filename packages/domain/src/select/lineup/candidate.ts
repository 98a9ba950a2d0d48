import type { Role } from '../../gate/words.ts'
import type { Text } from '../../kernel/errors.ts'
import type { Money } from '../../kernel/money.ts'

/** I9 · A product that may stand in the lineup. Price and margin are in the stream's one currency. */
export type Candidate = {
  readonly id: string
  readonly title: string
  /** roles it may play (I5), each with its score 0–100; a role fixed by a person is the only one given */
  readonly roles: readonly { readonly role: Role; readonly score: number }[]
  /** unknown class, supplier or brand counts against no limit: unknown is not a group */
  readonly class?: string | undefined
  readonly supplier?: string | undefined
  readonly brand?: string | undefined
  readonly price: Money
  /** expected per unit sold, after expected returns; may be negative for traffic and welfare products */
  readonly margin: Money
  /** units expected to sell in its slot */
  readonly units: number
  /** units on hand; unknown does not cap */
  readonly stock?: number | undefined
  /** 0–1 */
  readonly themeFit: number
  /** minutes on air it needs, when not the usual */
  readonly minutes?: number | undefined
  /** every gate passed; otherwise it is provisional */
  readonly released: boolean
  /** why it may not stand in the lineup at all, such as a blocked gate */
  readonly excluded?: Text | undefined
}
