import { expect } from 'vitest'
import type { House } from '../../src/house.ts'
import type { Actor } from '../../src/platform/commands/actor.ts'
import type { Connection } from '../../src/platform/database/connection.ts'
import { TaskWorker } from '../../src/platform/jobs/task-worker.ts'
import { taskKinds } from '../../src/tasks.ts'
import { afterFile } from './after-file.ts'
import type { asking } from './test-house.ts'

/** A worker in this process, on the clock of the test; what goes wrong in it is given to `faults`. */
export function testWorker(house: House, connection: Connection): { readonly faults: unknown[] } {
  const faults: unknown[] = []
  const worker = new TaskWorker({ house, connection, kinds: taskKinds, onError: (error) => faults.push(error) })
  worker.start()
  afterFile(() => worker.stop())
  return { faults }
}

/** A task at its end, as its starter sees it. */
export async function taskEnded(as: ReturnType<typeof asking>, actor: Actor, task: string) {
  await expect
    .poll(async () => (await as(actor).get(`/tasks/${task}`)).body, { timeout: 60_000, interval: 20 })
    .toMatchObject({ finishedAt: expect.any(String) })
  return (await as(actor).get(`/tasks/${task}`)).body
}
