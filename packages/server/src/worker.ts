import { parentPort, workerData } from 'node:worker_threads'
import type { StandardData } from '@haixuan/domain/flow/standard-data'
import type { Instant } from '@haixuan/domain/kernel/day'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { recheckDue } from './flow/again/recheck-due.ts'
import { Desks } from './flow/desks.ts'
import type { House } from './house.ts'
import { forgetAnswered } from './platform/commands/forget-answered.ts'
import { isAway } from './platform/database/is-away.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { openFiles } from './platform/files/open-files.ts'
import { startSchedules } from './platform/jobs/schedules.ts'
import { TaskWorker } from './platform/jobs/task-worker.ts'
import type { WorkerSays, WorkerSettings } from './platform/jobs/worker-thread.ts'
import { tellDue } from './platform/notifications/tell-due.ts'
import { noticePapers } from './select/supplier/papers/notice-papers.ts'
import { keepParties } from './select/supplier/screening/keep-parties.ts'
import { taskKinds } from './tasks.ts'

const CONNECTIONS = 6
/** On the hour: what lapsed at midnight, in whatever time zone, is found within the hour. */
const HOURLY = '0 * * * *'
/** Once gates were decided again; who was reminded today is not reminded twice. */
const HOURLY_AFTER = '10 * * * *'
/** At four in the morning in China. */
const NIGHTLY = '0 20 * * *'
/** A batch of a large project takes longer than a request may. */
const STATEMENT_TIMEOUT_MS = 10 * 60_000

const settings = workerData as WorkerSettings
const say = (said: WorkerSays) => parentPort?.postMessage(said)
const onError = (error: unknown) => {
  // it is tried again, and the server tells of it itself
  if (isAway(error)) return
  const { stack, message } = error as Partial<Error>
  say({ error: stack ?? message ?? String(error) })
}

/** Loaded with the first task: a server at rest holds the standard once. */
let standard: StandardData | undefined
let desks: Desks | undefined

const house: House = {
  db: openDatabase(settings.connection, {
    max: settings.connections ?? CONNECTIONS,
    name: 'haixuan worker',
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  }),
  get standard() {
    standard ??= loadStandard() as StandardData
    return standard
  },
  get desks() {
    desks ??= new Desks(this.standard)
    return desks
  },
  clock: () => new Date().toISOString() as Instant,
  masterKey: settings.masterKey,
  files: openFiles(settings.files),
  uploadBytes: 0,
  committed: () => say({ committed: true }),
}
const worker = new TaskWorker({
  house,
  connection: settings.connection,
  kinds: taskKinds,
  onError,
  ...(settings.atOnce === undefined ? {} : { atOnce: settings.atOnce }),
})
worker.start()
say({ ready: true })
void keepParties(house, onError).catch(onError)
const schedules = startSchedules(
  settings.connection,
  [
    { name: 'recheck', cron: HOURLY, run: async () => void (await recheckDue(house, onError)) },
    { name: 'remind', cron: HOURLY_AFTER, run: async () => void (await tellDue(house.db, house.clock())) },
    { name: 'papers', cron: HOURLY, run: async () => void (await noticePapers(house, onError)) },
    { name: 'forget', cron: NIGHTLY, run: async () => void (await forgetAnswered(house.db, house.clock())) },
  ],
  onError,
).catch((error) => {
  onError(error)
  return async () => {}
})

parentPort?.once('message', async () => {
  await worker.stop()
  await (await schedules)()
  await house.db.destroy()
  parentPort?.close()
})
