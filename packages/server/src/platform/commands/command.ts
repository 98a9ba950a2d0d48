import type { Instant } from '@haixuan/domain/kernel/day'
import type { Text } from '@haixuan/domain/kernel/errors'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { House } from '../../house.ts'
import type { Tables } from '../database/tables.ts'
import type { NewEvent } from '../events/append.ts'
import type { Actor, MemberRole } from './actor.ts'

/** What a command works with: one transaction in the scope of its actor, one moment, and its input, checked in shape. */
export type Asked<Params = Record<string, string>, Input = unknown> = {
  readonly tx: Transaction<Tables>
  readonly actor: Actor
  readonly now: Instant
  readonly params: Params
  readonly input: Input
  /** the version the actor has seen, from If-Match */
  readonly version: number | undefined
  /** name of the command, kept in its events */
  readonly command: string
  readonly house: House
}

/** What a command did: events to append, the answer, and the version its record now has. */
export type Done<Answer = unknown> = {
  readonly events: readonly NewEvent[]
  readonly answer: Answer
  /** secrets of the answer: shown once, neither stored nor given again to a retry */
  readonly once?: object
  readonly version?: number
  readonly created?: boolean
}

/** One thing people do to the records: validated, authorised, idempotent, in one transaction with its events. */
export type Command = {
  /** such as `supplier.record-inspection` */
  readonly name: string
  readonly clause: string
  /** who may; `owner` always, `auditor` never */
  readonly roles: readonly MemberRole[]
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** under /api/v1, such as `/suppliers/:supplier/record-inspection` */
  readonly path: string
  readonly summary: Text
  readonly params: z.ZodType
  readonly input: z.ZodType
  readonly answer: z.ZodType
  /** whether If-Match with the version seen is asked for */
  readonly versioned: boolean
  readonly run: (asked: Asked<never, never>) => Promise<Done>
}

type Typed<P extends z.ZodType, I extends z.ZodType, A extends z.ZodType> = Omit<
  Command,
  'params' | 'input' | 'answer' | 'run' | 'method' | 'versioned'
> & {
  readonly method?: Command['method']
  readonly versioned?: boolean
  readonly params: P
  readonly input: I
  readonly answer: A
  readonly run: (asked: Asked<z.output<P>, z.output<I>>) => Promise<Done<z.input<A>>>
}

/** Declares a command with the types of its schemas. */
export const command = <P extends z.ZodType, I extends z.ZodType, A extends z.ZodType>(c: Typed<P, I, A>): Command =>
  ({ method: 'POST', versioned: false, ...c }) as unknown as Command

/** What each command on one kind of record says of itself; name, path and how it is carried out are the same for all. */
export type Verb<I extends z.ZodType> = {
  readonly verb: string
  readonly clause: string
  readonly roles: readonly MemberRole[]
  readonly summary: Text
  readonly input: I
  /** false where people add records side by side and the last one seen does not matter */
  readonly versioned?: boolean
}
