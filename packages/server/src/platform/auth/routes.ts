import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { sql } from 'kysely'
import { z } from 'zod'
import type { House } from '../../house.ts'
import { asSystem } from '../database/scope.ts'
import { Problem } from '../http/problem.ts'
import { sessionRows } from './authenticate.ts'
import { ADDRESS_HEADER, type Auth, PASSWORD_LENGTH } from './better-auth.ts'
import { redeemLink } from './links.ts'
import { acceptInvitation } from './members/accept.ts'
import { registerSignInPage } from './page/page.ts'
import { setPassword } from './people.ts'
import { fromOwnPages, ownOrigins } from './same-origin.ts'

/** What of better-auth may be reached; all else, such as signing up or deleting an account, is closed. */
const OPEN =
  `POST /sign-in/email, POST /sign-in/social, POST /link-social, GET /callback/:id, POST /sign-out, GET /get-session,
  POST /change-password, GET /list-sessions, POST /revoke-session, POST /revoke-sessions, POST /revoke-other-sessions,
  GET /list-accounts, POST /unlink-account, POST /two-factor/enable, POST /two-factor/disable,
  POST /two-factor/get-totp-uri, POST /two-factor/verify-totp, POST /two-factor/verify-backup-code,
  POST /two-factor/generate-backup-codes, GET /error`.split(/,\s+/)

type Standing = Pick<House, 'db' | 'clock'>

/** Signing in and out under /api/auth: better-auth's addresses, one-time links, and the choice of an organisation. */
export async function registerAuth(app: FastifyInstance, { db, clock }: Standing, auth: Auth): Promise<void> {
  const origins = ownOrigins(auth.options.baseURL)
  await registerSignInPage(app)
  await app.register(
    async (api) => {
      api.addHook('onRequest', async (request) => {
        if (!fromOwnPages(request, origins)) throw new Problem('foreign-page')
      })
      const typed = api.withTypeProvider<ZodTypeProvider>()

      typed.post('/link', { schema: { hide: true, body: followed } }, async (request, reply) => {
        const { token, password } = request.body
        // costs time and memory by intent, so it is done for a link that is good alone
        const hash =
          password === undefined ? undefined : async () => (await auth.api.hashPassword({ body: { password } })).hash
        const [asking] = await sessionRows(db, auth, request)
        const user = await asSystem(db, async (tx) => {
          const now = clock()
          // the session that was open here ends: a new one takes its place
          if (asking) await sql`delete from auth.session where id = ${asking.session}`.execute(tx)
          const known = await redeemLink(tx, token, now)
          if (known !== undefined && hash) await setPassword(tx, known, await hash())
          const joined = known ?? (await acceptInvitation(tx, { token, now, user: asking?.user, password: hash }))
          if (joined === undefined) throw new Problem('link-spent')
          return joined
        })
        const { headers } = await auth.api.openSession({
          body: { user },
          headers: handedOn(request),
          returnHeaders: true,
        })
        return reply.headers(cookiesOf(headers)).send({ user })
      })

      typed.post(
        '/organisation',
        { schema: { hide: true, body: z.strictObject({ organisation: z.string() }) } },
        async (request) => {
          const { organisation } = request.body
          const rows = await sessionRows(db, auth, request)
          if (rows.length === 0) throw new Problem('not-signed-in')
          const row = rows.find(({ org }) => org === organisation)
          if (!row) throw new Problem('not-allowed', { field: 'organisation' })
          await sql`update auth.session set organisation = ${organisation} where id = ${row.session}`.execute(db)
          return { organisation }
        },
      )

      for (const open of OPEN) {
        const [method, url] = open.split(' ') as ['GET' | 'POST', string]
        api.route({ method, url, schema: { hide: true }, handler: (request, reply) => handOn(auth, request, reply) })
      }
    },
    { prefix: '/api/auth' },
  )
}

const followed = z.strictObject({
  token: z.string().min(1).max(200),
  password: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max).optional(),
})

/** The headers of a request with the address it came from, as Fastify knows it: a client's own word does not count. */
function handedOn(request: FastifyRequest): Headers {
  const headers = fromNodeHeaders(request.headers)
  headers.set(ADDRESS_HEADER, request.ip)
  return headers
}

async function handOn(auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const headers = handedOn(request)
  // the body is written anew
  headers.delete('content-length')
  const answer = await auth.handler(
    new Request(new URL(request.url, auth.options.baseURL), {
      method: request.method,
      headers,
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    }),
  )
  const location = answer.headers.get('location')
  return reply
    .code(answer.status)
    .headers({ ...cookiesOf(answer.headers), ...(location ? { location } : {}) })
    .type(answer.headers.get('content-type') ?? 'application/json')
    .send(Buffer.from(await answer.arrayBuffer()))
}

/** No answer of these routes is for a cache. */
const cookiesOf = (headers: Headers) => ({ 'cache-control': 'no-store', 'set-cookie': headers.getSetCookie() })
