import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { z } from 'zod'

const whole = (least: number, most: number) => {
  const range = `a whole number from ${least} to ${most}`
  return z.coerce.number(range).int(range).min(least, range).max(most, range)
}
const address = z.url({ protocol: /^https?$/, error: 'an address such as https://select.example.com' })
const secret = (least: number) => z.string().min(least, `at least ${least} characters`)

/** Every setting: read from the environment, told with its default by `haixuan serve --help`. */
const settings = z.object({
  HAIXUAN_DATA: z
    .string()
    .min(1, 'a folder')
    .default('.haixuan')
    .describe('folder of the database, the files and the keys; made on first start'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'an address such as postgres://user:password@host:5432/haixuan')
    .optional()
    .describe('a PostgreSQL of your own, 15 or newer; the one that comes with Haixuan when not set'),
  HAIXUAN_HOST: z.string().min(1, 'a name or number of this machine').default('127.0.0.1').describe('where to listen'),
  HAIXUAN_PORT: whole(0, 65535).default(4180).describe('port to listen on; 0 takes a free one'),
  HAIXUAN_ADDRESS: address.optional().describe('where people reach the server, when that is not where it listens'),
  HAIXUAN_TRUSTED_PROXIES: z
    .string()
    .optional()
    .describe('addresses or networks of the proxies before it, with commas: their X-Forwarded-For is believed'),
  HAIXUAN_MASTER_KEY: secret(1)
    .optional()
    .describe('key of all secrets in the database, 32 bytes in base 64; kept in the data folder when not set'),
  HAIXUAN_ORGANISATION: z
    .string()
    .trim()
    .min(1, 'a name')
    .default('Haixuan')
    .describe('name of the organisation that the first start makes'),
  HAIXUAN_OWNER: z
    .email('an e-mail address')
    .optional()
    .describe('who owns it: the first start shows their sign-in link'),
  HAIXUAN_CONNECTIONS: whole(2, 200).default(16).describe('connections to PostgreSQL at most'),
  HAIXUAN_UPLOAD_MB: whole(1, 10_000).default(200).describe('longest file that is taken in, in megabytes'),
  HAIXUAN_RATE_LIMIT: whole(0, 1_000_000)
    .default(1200)
    .describe('requests a minute of one person or key, five times as many of one address; 0 for no limit'),
  HAIXUAN_METRICS_TOKEN: secret(16)
    .optional()
    .describe('who asks for /metrics shows it as a bearer token; only this machine may ask when not set'),
  HAIXUAN_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'fatal, error, warn, info, debug or silent')
    .default('info')
    .describe('what is logged: fatal, error, warn, info, debug or silent'),
  HAIXUAN_LOG_FORM: z
    .enum(['json', 'text'], 'json or text')
    .optional()
    .describe('json or text; text on a terminal, json elsewhere when not set'),
})
type Settings = z.output<typeof settings>

/** How a server runs, read and checked; `data` is an absolute path. */
export type Config = {
  readonly data: string
  readonly databaseUrl: string | undefined
  readonly host: string
  readonly port: number
  readonly address: string | undefined
  readonly trustedProxies: readonly string[]
  readonly masterKey: string | undefined
  readonly organisation: string
  readonly owner: string | undefined
  readonly connections: number
  /** the longest file that is taken in */
  readonly uploadBytes: number
  readonly rateLimit: number
  readonly metricsToken: string | undefined
  readonly logLevel: Settings['HAIXUAN_LOG_LEVEL']
  readonly logForm: 'json' | 'text' | undefined
}

/** Settings of programs beside the server. */
const OTHERS = /^HAIXUAN_TEST_/

/** Reads the settings; an empty one counts as not set. @throws BadInput naming the setting, never its value */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  for (const name of Object.keys(set))
    if (name.startsWith('HAIXUAN_') && !(name in settings.shape) && !OTHERS.test(name))
      throw new BadInput('is no setting; haixuan serve --help lists them', { field: name })
  const read = settings.safeParse(set)
  if (!read.success) {
    const issue = read.error.issues[0]!
    throw new BadInput(`must be ${issue.message}`, { field: String(issue.path[0]) })
  }
  return configOf(read.data)
}

const configOf = (s: Settings): Config => ({
  data: path.resolve(s.HAIXUAN_DATA),
  databaseUrl: s.DATABASE_URL,
  host: s.HAIXUAN_HOST,
  port: s.HAIXUAN_PORT,
  address: s.HAIXUAN_ADDRESS,
  trustedProxies: (s.HAIXUAN_TRUSTED_PROXIES ?? '').split(',').flatMap((one) => one.trim() || []),
  masterKey: s.HAIXUAN_MASTER_KEY,
  organisation: s.HAIXUAN_ORGANISATION,
  owner: s.HAIXUAN_OWNER,
  connections: s.HAIXUAN_CONNECTIONS,
  uploadBytes: s.HAIXUAN_UPLOAD_MB * 1_000_000,
  rateLimit: s.HAIXUAN_RATE_LIMIT,
  metricsToken: s.HAIXUAN_METRICS_TOKEN,
  logLevel: s.HAIXUAN_LOG_LEVEL,
  logForm: s.HAIXUAN_LOG_FORM,
})

/** Every setting with what it does and its default, in lines for people. */
export function settingLines(): string[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' })
  const width = Math.max(...Object.keys(properties).map((name) => name.length))
  return Object.entries(properties).map(([name, schema]) => {
    const { description, default: usual } = schema as { description: string; default?: unknown }
    return `${name.padEnd(width)}  ${description}${usual === undefined ? '' : ` (${usual})`}`
  })
}
