import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { z } from 'zod'
import type { OidcProvider } from './platform/auth/better-auth.ts'
import type { BucketSettings } from './platform/files/s3/bucket.ts'
import type { Smtp } from './platform/notify/send.ts'
import { type Settings, settings } from './start/settings.ts'

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
  /** where files are kept when not in the data folder */
  readonly bucket: BucketSettings | undefined
  readonly rateLimit: number
  readonly smtp: Smtp | undefined
  readonly privateReceivers: boolean
  readonly oidc: readonly OidcProvider[]
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
      throw new BadInput(toOperator('is no setting; haixuan serve --help lists them'), { field: name })
  const read = settings.safeParse(set)
  if (!read.success) {
    const issue = read.error.issues[0]!
    throw new BadInput(toOperator(`must be ${issue.message}`), { field: String(issue.path[0]) })
  }
  if (read.data.HAIXUAN_MAIL && read.data.HAIXUAN_MAIL_FROM === undefined)
    throw new BadInput(toOperator('must be set, as HAIXUAN_MAIL is'), { field: 'HAIXUAN_MAIL_FROM' })
  expectWithBucket(read.data)
  return configOf(read.data)
}

/** A store takes at most 5 GiB in one piece. */
const MOST_IN_ONE_PIECE_MB = 5_000

function expectWithBucket(s: Settings): void {
  if (s.HAIXUAN_S3_BUCKET === undefined) return
  for (const name of ['HAIXUAN_S3_ACCESS_KEY', 'HAIXUAN_S3_SECRET_KEY'] as const)
    if (s[name] === undefined) throw new BadInput(toOperator('must be set, as HAIXUAN_S3_BUCKET is'), { field: name })
  if (s.HAIXUAN_UPLOAD_MB > MOST_IN_ONE_PIECE_MB)
    throw new BadInput(toOperator(`must be at most ${MOST_IN_ONE_PIECE_MB}, as HAIXUAN_S3_BUCKET is set`), {
      field: 'HAIXUAN_UPLOAD_MB',
    })
}

const configOf = (s: Settings): Config => ({
  data: path.resolve(s.HAIXUAN_DATA),
  databaseUrl: s.DATABASE_URL,
  host: s.HAIXUAN_HOST,
  port: s.HAIXUAN_PORT,
  address: s.HAIXUAN_ADDRESS,
  trustedProxies: s.HAIXUAN_TRUSTED_PROXIES ?? [],
  masterKey: s.HAIXUAN_MASTER_KEY,
  organisation: s.HAIXUAN_ORGANISATION,
  owner: s.HAIXUAN_OWNER,
  connections: s.HAIXUAN_CONNECTIONS,
  uploadBytes: s.HAIXUAN_UPLOAD_MB * 1_000_000,
  bucket: bucketOf(s),
  rateLimit: s.HAIXUAN_RATE_LIMIT,
  smtp: s.HAIXUAN_MAIL && s.HAIXUAN_MAIL_FROM !== undefined ? smtpOf(s.HAIXUAN_MAIL, s.HAIXUAN_MAIL_FROM) : undefined,
  privateReceivers: s.HAIXUAN_PRIVATE_RECEIVERS,
  oidc: s.HAIXUAN_OIDC ?? [],
  metricsToken: s.HAIXUAN_METRICS_TOKEN,
  logLevel: s.HAIXUAN_LOG_LEVEL,
  logForm: s.HAIXUAN_LOG_FORM,
})

const bucketOf = (s: Settings): BucketSettings | undefined =>
  s.HAIXUAN_S3_BUCKET === undefined
    ? undefined
    : {
        endpoint: s.HAIXUAN_S3_ENDPOINT ?? `https://s3.${s.HAIXUAN_S3_REGION}.amazonaws.com`,
        region: s.HAIXUAN_S3_REGION,
        bucket: s.HAIXUAN_S3_BUCKET,
        accessKey: s.HAIXUAN_S3_ACCESS_KEY ?? '',
        secretKey: s.HAIXUAN_S3_SECRET_KEY ?? '',
        pathStyle: s.HAIXUAN_S3_PATH_STYLE,
      }

function smtpOf({ protocol, hostname, port, username, password }: URL, from: string): Smtp {
  const secure = protocol === 'smtps:'
  return {
    host: hostname,
    port: Number(port || (secure ? 465 : 587)),
    secure,
    from,
    ...(username ? { user: decodeURIComponent(username), password: decodeURIComponent(password) } : {}),
  }
}

/** Every setting with what it does and its default, in lines for people. */
export function settingLines(): string[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' })
  const width = Math.max(...Object.keys(properties).map((name) => name.length))
  return Object.entries(properties).map(([name, schema]) => {
    const { description, default: usual } = schema as { description: string; default?: unknown }
    return `${name.padEnd(width)}  ${description}${usual === undefined ? '' : ` (${usual})`}`
  })
}
