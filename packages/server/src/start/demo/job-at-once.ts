import type { House } from '../../house.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import { inScope } from '../../platform/database/scope.ts'
import { appendEvents } from '../../platform/events/append.ts'
import type { Job } from '../../platform/jobs/task-kind.ts'

/** A task carried out here and now, that no worker knows of: each step a transaction with its events, as a worker's. */
export function jobAtOnce<Input>(house: House, actor: Actor, name: string, input: Input): Job<Input> {
  const step: Job<Input>['step'] = (work) =>
    inScope(house.db, actor, async (tx) => {
      const now = house.clock()
      const { events = [] } = await work({ tx, actor, now, house, command: name })
      await appendEvents(tx, { actor, now }, events)
    })
  return { id: crypto.randomUUID(), actor, house, input, place: null, step, progress: async () => {} }
}
