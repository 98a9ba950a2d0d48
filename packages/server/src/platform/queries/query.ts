import type { Text } from '@haixuan/domain/kernel/errors'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { House } from '../../house.ts'
import type { Actor, MemberRole } from '../commands/actor.ts'
import type { Tables } from '../database/tables.ts'

export type Question<Params = unknown, Query = unknown> = {
  readonly tx: Transaction<Tables>
  readonly actor: Actor
  readonly params: Params
  readonly query: Query
  readonly house: House
}

/** One question people ask of the records: read in the scope of who asks, never changing anything. */
export type Query = {
  /** such as `product.list` */
  readonly name: string
  readonly path: string
  readonly summary: Text
  /** who may; everyone but a supplier's account when absent */
  readonly roles?: readonly MemberRole[]
  readonly params: z.ZodType
  readonly query: z.ZodType
  readonly answer: z.ZodType
  /** of an answer that is the same for all until the house starts anew: a client that holds it is not sent it again */
  readonly tag?: (house: House) => string
  readonly run: (question: Question<never, never>) => Promise<unknown>
}

type Typed<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType> = Omit<
  Query,
  'params' | 'query' | 'answer' | 'run'
> & {
  readonly params: P
  readonly query: Q
  readonly answer: A
  readonly run: (question: Question<z.output<P>, z.output<Q>>) => Promise<z.input<A>>
}

/** Declares a query with the types of its schemas. */
export const query = <P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(q: Typed<P, Q, A>): Query =>
  q as unknown as Query
