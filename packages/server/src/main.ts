import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'
import { makeLogger } from './platform/log/logger.ts'
import { type Serving, serve } from './serve.ts'
import { letYoungHeapGrow } from './start/young-heap.ts'

type Options = {
  /** whether the example projects are loaded */
  readonly demo: boolean
  /** whether the line that says where the server is, is JSON */
  readonly json: boolean
}

const STDERR = 2
/** A second signal this soon is the first one that came twice: from the terminal and from whoever started us. */
const SAME_SIGNAL_MS = 500
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/**
 * Runs a server as this process until a signal ends it: one line on stdout says where it is, the log goes to stderr.
 * Gives the exit code. @throws BadInput for what whoever starts it can mend
 */
export async function main(config: Config, { demo, json }: Options): Promise<number> {
  const log = makeLogger({
    level: config.logLevel,
    form: config.logForm ?? (process.stderr.isTTY ? 'text' : 'json'),
    to: pino.destination({ fd: STDERR, sync: true }),
  })
  const ended = untilEnded(log)
  const serving = await serve(config, { log, demo, onGiveUp: ended.giveUp })
  void serving.loaded.then(letYoungHeapGrow)
  process.stdout.write(`${json ? JSON.stringify(told(serving)) : lineOf(serving)}\n`)
  const code = await ended.code
  await serving.stop()
  log.info('stopped')
  return code
}

const told = ({ address, link }: Serving) => ({ address, link: link ?? null })

function lineOf({ address, link, inhabited }: Serving): string {
  const enter = link === undefined ? '' : ` · sign in, once, within half an hour: ${link}`
  const nobody = inhabited ? '' : ' · nobody may sign in yet: haixuan user add --help'
  return `Haixuan 海选 · ${address}${enter}${nobody}`
}

/** The exit code, when it is time: 0 at a signal; 1 when PostgreSQL will not come back. A second signal ends at once. */
function untilEnded(log: Logger) {
  const { promise: code, resolve } = Promise.withResolvers<number>()
  let asked: number | undefined
  for (const signal of SIGNALS)
    process.on(signal, () => {
      if (asked !== undefined) {
        if (performance.now() - asked > SAME_SIGNAL_MS) process.exit(130)
        return
      }
      asked = performance.now()
      log.info({ signal }, 'stopping')
      resolve(0)
    })
  const giveUp = (why: Error) => {
    log.fatal({ err: why }, 'PostgreSQL will not come back')
    resolve(1)
  }
  return { code, giveUp }
}
