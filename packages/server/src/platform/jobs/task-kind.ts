import type { z } from 'zod'
import type { House } from '../../house.ts'
import type { Actor } from '../commands/actor.ts'
import type { Asked } from '../commands/command.ts'
import type { NewEvent } from '../events/append.ts'

/** What one step of a task works with: a transaction of its own in the scope of who started it. */
export type StepAsked = Pick<Asked, 'tx' | 'actor' | 'now' | 'house' | 'command'>

/** What a step did; what is left out stays as it was. */
export type Stepped = {
  readonly events?: readonly NewEvent[]
  readonly done?: number
  /** how much there is to do, when it is known */
  readonly of?: number
  /** where the next step begins, also when another run takes it */
  readonly place?: object
}

/** A task as its kind carries it out. */
export type Job<Input> = {
  readonly id: string
  readonly actor: Actor
  readonly house: House
  readonly input: Input
  /** what the last step kept, also one of a run that was cut off */
  readonly place: unknown
  /**
   * One transaction with its events, its progress and its place: all or none, once, however often the task is taken up.
   * Throws `Stopped` when the task was cancelled or has passed to another worker.
   */
  readonly step: (work: (asked: StepAsked) => Promise<Stepped>) => Promise<void>
  /** tells how far work has come that writes nothing */
  readonly progress: (done: number, of?: number) => Promise<void>
}

/** A kind of work that is done in the background. `run` may be begun again at any time: it goes on from `place`. */
export type TaskKind<Input extends object = object> = {
  /** such as `product.import` */
  readonly name: string
  readonly input: z.ZodType<Input>
  /** gives the result that clients see. @throws Problem, Refusal, BadInput */
  run(job: Job<Input>): Promise<object>
}

/** Declares a kind of task with the type of its input. */
export const taskKind = <Input extends object>(kind: TaskKind<Input>): TaskKind<Input> => kind

/** The task is no longer this worker's: cancelled, or taken up by another after the connection broke. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
