import { setTimeout as sleep } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import { houseFor, rulesHeld } from '../../flow/own-house.ts'
import type { House } from '../../house.ts'
import type { Actor } from '../commands/actor.ts'
import { isAway } from '../database/is-away.ts'
import { asSystem, inScope } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'
import { appendEvents } from '../events/append.ts'
import { problemOf } from '../http/on-error.ts'
import type { TakenTask } from './take-task.ts'
import { type Job, type Stepped, Stopped, type TaskKind } from './task-kind.ts'

/** A task that was cut off so often ends its worker, as one that needs more memory than there is. */
const MOST_ATTEMPTS = 10
const AWAY_MS = 1_000

/**
 * Carries out a task to its end and keeps the result, or what went wrong. It stays open for another run when the database
 * went away, and is left alone when it is no longer this worker's. `stopping` ends it at its next step.
 */
export async function runTask(
  house: House,
  kinds: ReadonlyMap<string, TaskKind>,
  task: TakenTask,
  { stopping, onError }: { readonly stopping: AbortSignal; readonly onError: (error: unknown) => void },
): Promise<void> {
  const end = (state: 'done' | 'failed', outcome: object) => finish(house, task, state, outcome)
  const kind = kinds.get(task.kind)
  try {
    if (!kind) throw new Error(`there is no kind of task "${task.kind}"`)
    if (task.attempt > MOST_ATTEMPTS) throw new Error(`task ${task.id} was cut off ${MOST_ATTEMPTS} times`)
    const own = await asSystem(house.db, (tx) => houseFor(house, tx, task.org))
    await end('done', await kind.run(jobOf(house, own, kind, task, stopping)))
  } catch (error) {
    if (error instanceof Stopped || stopping.aborted) return
    if (isAway(error)) return void (await sleep(AWAY_MS))
    const problem = problemOf(error)
    if (problem.code === 'unexpected') onError(error)
    await end('failed', problem.body()).catch(onError)
  }
}

function jobOf(house: House, own: House, kind: TaskKind, task: TakenTask, stopping: AbortSignal): Job<object> {
  const actor: Actor = {
    org: task.org,
    user: task.user,
    name: task.startedBy,
    // what the roles allow was seen to when the task was started
    roles: [],
    ...(task.supplier === null ? {} : { supplier: task.supplier }),
  }
  const at = { org_id: task.org, id: task.id }
  const step = async (work: Parameters<Job<object>['step']>[0]) => {
    const oneStep = async (tx: Transaction<Tables>) => {
      const held = await tx
        .selectFrom('task')
        .select(['state', 'attempt'])
        .where('org_id', '=', at.org_id)
        .where('id', '=', at.id)
        .forUpdate()
        .executeTakeFirst()
      if (stopping.aborted || held?.state !== 'running' || held.attempt !== task.attempt) throw new Stopped(task.id)
      const now = house.clock()
      const stepped = await work({ tx, actor, now, house: await houseFor(house, tx, task.org), command: kind.name })
      await appendEvents(tx, { actor, now }, stepped.events ?? [])
      const told = columnsOf(stepped)
      if (Object.keys(told).length > 0)
        await tx.updateTable('task').set(told).where('org_id', '=', at.org_id).where('id', '=', at.id).execute()
    }
    await inScope(house.db, actor, oneStep, { held: rulesHeld(task.org) })
    house.committed?.()
  }
  return {
    id: task.id,
    actor,
    house: own,
    input: kind.input.parse(task.input),
    place: task.place,
    step,
    progress: (done, of) => step(async () => ({ done, ...(of === undefined ? {} : { of }) })),
  }
}

const columnsOf = ({ done, of, place }: Stepped) => ({
  ...(done === undefined ? {} : { done }),
  ...(of === undefined ? {} : { of }),
  ...(place === undefined ? {} : { place: JSON.stringify(place) }),
})

const finish = (house: House, { org, id, attempt }: TakenTask, state: 'done' | 'failed', outcome: object) =>
  asSystem(house.db, (tx) =>
    tx
      .updateTable('task')
      .set({ state, [state === 'done' ? 'result' : 'error']: JSON.stringify(outcome), finished_at: house.clock() })
      .where('org_id', '=', org)
      .where('id', '=', id)
      .where('state', '=', 'running')
      .where('attempt', '=', attempt)
      .execute(),
  )
