import { isIP } from 'node:net'
import { z } from 'zod'
import type { OidcProvider } from '../platform/auth/better-auth.ts'

const whole = (least: number, most: number) => {
  const range = `a whole number from ${least} to ${most}`
  return z.coerce.number(range).int(range).min(least, range).max(most, range)
}
const address = z.url({ protocol: /^https?$/, error: 'an address such as https://select.example.com' })
const secret = (least: number) => z.string().min(least, `at least ${least} characters`)

const mail = z
  .url({ protocol: /^smtps?$/, error: 'an address such as smtp://user:password@mail.example.com:587' })
  .transform((text) => new URL(text))

const provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1).optional(),
  discoveryUrl: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
})
const oidc = z.string().transform((text, context) => {
  const read = z.array(provider).safeParse(jsonOf(text))
  if (read.success) return read.data as readonly OidcProvider[]
  context.addIssue({
    code: 'custom',
    message: 'a JSON list of providers, each with id, discoveryUrl, clientId and clientSecret',
  })
  return z.NEVER
})

const NETWORKS_BY_NAME = ['loopback', 'linklocal', 'uniquelocal']
/** Whether the HTTP server takes it as one: it ends with its own stack where it does not. */
function isProxy(text: string): boolean {
  const [address = '', range] = text.split('/')
  if (NETWORKS_BY_NAME.includes(text)) return true
  if (range === undefined) return isIP(address) !== 0
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  if (/^\d+$/.test(range)) return Number(range) >= 1 && Number(range) <= bits
  return isIP(address) === 4 && isIP(range) === 4
}

/** Every setting: read from the environment, told with its default by `haixuan serve --help`. */
export const settings = z.object({
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
    .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
    .refine((all) => all.every(isProxy), 'addresses or networks such as 10.0.0.1 or 192.168.0.0/16, with commas')
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
  HAIXUAN_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'a name of 3 to 63 small letters, digits, dots and hyphens')
    .optional()
    .describe('bucket of an S3-compatible store that keeps the files; the data folder keeps them when not set'),
  HAIXUAN_S3_ENDPOINT: address.optional().describe('where that store is; Amazon in the region when not set'),
  HAIXUAN_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'a region such as eu-central-1')
    .default('us-east-1')
    .describe('its region'),
  HAIXUAN_S3_ACCESS_KEY: secret(1).optional().describe('who may use the bucket; needed for HAIXUAN_S3_BUCKET'),
  HAIXUAN_S3_SECRET_KEY: secret(1).optional().describe('the secret of that key; needed for HAIXUAN_S3_BUCKET'),
  HAIXUAN_S3_PATH_STYLE: z
    .stringbool({ error: 'yes or no' })
    .default(true)
    .describe('no for a store that wants the bucket before its host name, as Alibaba Cloud OSS does'),
  HAIXUAN_UPLOAD_MB: whole(1, 10_000).default(200).describe('longest file that is taken in, in megabytes'),
  HAIXUAN_RATE_LIMIT: whole(0, 1_000_000)
    .default(1200)
    .describe('requests a minute of one person or key, five times as many of one address; 0 for no limit'),
  HAIXUAN_MAIL: mail.optional().describe('mail server for notices, such as smtp://user:password@mail.example.com:587'),
  HAIXUAN_MAIL_FROM: z.email('an e-mail address').optional().describe('whom mail is from; needed for HAIXUAN_MAIL'),
  HAIXUAN_PRIVATE_RECEIVERS: z
    .stringbool({ error: 'yes or no' })
    .default(false)
    .describe('yes lets webhooks go to addresses inside your network, over plain HTTP too'),
  HAIXUAN_OIDC: oidc
    .optional()
    .describe('providers people may sign in with, JSON: [{"id","name","discoveryUrl","clientId","clientSecret"}]'),
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
export type Settings = z.output<typeof settings>

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
