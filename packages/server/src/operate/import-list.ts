import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Config } from '../config.ts'
import { houseFor, rulesHeld } from '../flow/own-house.ts'
import type { House } from '../house.ts'
import type { Actor } from '../platform/commands/actor.ts'
import { asSystem, inScope } from '../platform/database/scope.ts'
import { storeFile } from '../platform/files/store-file.ts'
import { Problem } from '../platform/http/problem.ts'
import { TaskWorker } from '../platform/jobs/task-worker.ts'
import { type ImportInput, startImport } from '../select/import/start-import.ts'
import { keptMasterKey, placesIn } from '../start/data-folder.ts'
import { openHouse } from '../start/open-house.ts'
import { taskKinds } from '../tasks.ts'
import { attach } from './attach.ts'
import { OPERATOR, theOrganisation } from './organisation.ts'

export type ListToImport = {
  readonly file: string
  readonly project: string
  readonly organisation: string | undefined
  readonly input: Omit<ImportInput, 'sha256'>
}
/** How many rows there were, and of them were added as candidates, were candidates already, were left out. */
type Imported = {
  readonly project: string
  readonly rows: number
  readonly added: number
  readonly present: number
  readonly rejected: number
}

const LOOK_MS = 200

/**
 * P2 · Imports a list into a project as the web does, whether the server runs or not: the list is stored, and a task
 * takes its rows in, carried out here or by the server. Gives what became of them. @throws BadInput
 */
export const importList = (
  config: Config,
  { file, project, organisation, input }: ListToImport,
  progress: (done: number, of: number | null) => void,
): Promise<Imported> =>
  attach(config, async ({ db, connection }) => {
    // a file that is not there is told before anything is opened
    if ((await stat(file)).isDirectory()) throw new BadInput(toOperator('is a folder, not a list'), { place: file })
    const org = await asSystem(db, (tx) => theOrganisation(tx, organisation))
    const actor: Actor = { org, user: OPERATOR, name: OPERATOR, roles: ['owner'] }
    await using parts = new AsyncDisposableStack()
    const folder = { masterKey: keptMasterKey(config), files: placesIn(config.data).files }
    const { house } = await openHouse(config, { connection, folder, committed: () => {} })
    parts.defer(() => house.db.destroy())
    const task = await started(house, actor, { file, project, input })
    const faults: unknown[] = []
    const worker = new TaskWorker({ house, connection, kinds: taskKinds, onError: (error) => faults.push(error) })
    parts.defer(() => worker.stop())
    worker.start()
    const result = await ended(house, actor, task, progress).catch((error) => {
      throw faults[0] ?? error
    })
    return { ...result, project }
  })

const started = (house: House, actor: Actor, { file, project, input }: Omit<ListToImport, 'organisation'>) =>
  inScope(house.db, actor, (tx) => tx.selectFrom('project').select('id').where('id', '=', project).executeTakeFirst())
    .then(async (found) => {
      if (!found) throw new BadInput(toOperator(`"${project}" is no project of ${actor.org}`), { field: 'project' })
      const { sha256 } = await storeFile(house, actor, { content: createReadStream(file), name: path.basename(file) })
      const start = async (tx: Parameters<Parameters<typeof inScope>[2]>[0]) => {
        const own = await houseFor(house, tx, actor.org)
        return startImport({ tx, actor, now: house.clock(), house: own }, project, { ...input, sha256 })
      }
      return inScope(house.db, actor, start, { held: rulesHeld(actor.org) })
    })
    .catch((error) => {
      if (error instanceof Problem) throw new BadInput(error.more.why ?? toOperator(error.message), { place: file })
      if (error instanceof BadInput && error.field) throw new BadInput(error.reason, { field: `--${error.field}` })
      throw error
    })

type Outcome = Omit<Imported, 'project'>

async function ended(
  house: House,
  actor: Actor,
  task: string,
  progress: (done: number, of: number | null) => void,
): Promise<Outcome> {
  for (;;) {
    const { state, done, of, result, error } = await inScope(house.db, actor, (tx) =>
      tx
        .selectFrom('task')
        .select(['state', 'done', 'of', 'result', 'error'])
        .where('org_id', '=', actor.org)
        .where('id', '=', task)
        .executeTakeFirstOrThrow(),
    )
    progress(done, of)
    if (state === 'done') {
      const { rows, added, present, rejected } = result as Outcome
      return { rows, added, present, rejected }
    }
    if (state === 'cancelled') throw new BadInput(toOperator('the import was cancelled; what was taken in stays'))
    if (state === 'failed')
      throw new BadInput(toOperator((error as { detail?: string; title: string }).detail ?? 'failed'))
    await sleep(LOOK_MS)
  }
}
