import { rmSync, writeFileSync } from 'node:fs'
import type { Logger } from 'pino'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { decideUnderNewStandard } from './flow/again/standard-changed.ts'
import { authenticator } from './platform/auth/authenticate.ts'
import { createAuth } from './platform/auth/better-auth.ts'
import { registerAuth } from './platform/auth/routes.ts'
import { expectBucket } from './platform/files/open-files.ts'
import { databaseReadings } from './platform/metrics/readings.ts'
import { backgroundErrors, startBackground } from './start/background.ts'
import { openDataFolder, placesIn } from './start/data-folder.ts'
import { loadDemo } from './start/demo/load-demo.ts'
import { DEMO_OWNER } from './start/demo/members.ts'
import { expectKey } from './start/expect-key.ts'
import { addressOf, close, listen, portFor } from './start/listen.ts'
import { openHouse } from './start/open-house.ts'
import { readyChecks } from './start/ready.ts'
import { firstLink, makeOwner, sessionSecret, someoneMaySignIn } from './start/sign-in.ts'
import { startDatabase } from './start/start-database.ts'

/** A server that answers. */
export type Serving = {
  readonly address: string
  /** signs the owner in, once; undefined when they have a password already */
  readonly link: string | undefined
  /** whether anyone has an account */
  readonly inhabited: boolean
  /** resolves once all that works beside requests has been loaded */
  readonly loaded: Promise<void>
  /** ends all in order: requests, notices, tasks, sealer, connections, PostgreSQL */
  readonly stop: () => Promise<void>
}

type Options = {
  readonly log: Logger
  /** whether the example projects are loaded */
  readonly demo: boolean
  /** told when PostgreSQL will not come back: the server is of no use from then on */
  readonly onGiveUp: (why: Error) => void
}

/** How long requests under way may take when the server stops. */
const FINISH_MS = 10_000

/** Starts a server, or leaves nothing of it behind. @throws BadInput for what whoever starts it can mend */
export async function serve(config: Config, { log, demo, onGiveUp }: Options): Promise<Serving> {
  await using parts = new AsyncDisposableStack()
  const folder = openDataFolder(config)
  if (config.bucket) await expectBucket(config.bucket)
  const where = { host: config.host, port: await portFor(config) }
  const database = await startDatabase(config, { as: 'server', onGiveUp })
  parts.defer(database.stop)

  let wake = () => {}
  const { house, pool } = await openHouse(config, { ...database, folder, committed: () => wake() })
  parts.defer(() => house.db.destroy())
  await expectKey(house.db, house.masterKey, folder.keyPlace)
  await makeOwner(house, config)
  if (demo) for (const project of await loadDemo(house)) log.info({ project }, 'example loaded')

  const concerned = await decideUnderNewStandard(house)
  if (concerned > 0) log.info({ organisations: concerned }, 'the standard is another: products are decided again')

  const address = config.address ?? addressOf(where)
  const background = startBackground({
    config,
    address,
    house,
    connection: database.connection,
    log,
    files: { folder: folder.files, bucket: config.bucket },
    patienceMs: FINISH_MS,
  })
  parts.defer(background.stop)
  wake = background.wake

  const auth = createAuth({ db: house.db, address, secret: sessionSecret(house.masterKey), oidc: config.oidc })
  const app = await buildApp({
    house,
    authenticate: authenticator(house, auth),
    log,
    perMinute: config.rateLimit,
    trustedProxies: config.trustedProxies,
    secure: address.startsWith('https:'),
    ready: { ...(await readyChecks(house.db)), worker: async () => background.working() },
    stream: { connection: database.connection, onError: backgroundErrors(log) },
    metrics: { token: config.metricsToken, readings: databaseReadings(house.db, pool) },
  })
  parts.defer(() => close(app, FINISH_MS))
  await registerAuth(app, house, auth)
  await listen(app, where)

  const note = placesIn(config.data).server
  writeFileSync(note, JSON.stringify({ process: process.pid, address: addressOf(where), since: house.clock() }))
  parts.defer(() => rmSync(note, { force: true }))
  const link = await firstLink(house, { address, email: demo ? DEMO_OWNER : config.owner, demo })
  const inhabited = await someoneMaySignIn(house.db)
  const running = parts.move()
  return { address, link, inhabited, loaded: background.loaded, stop: () => running.disposeAsync() }
}
