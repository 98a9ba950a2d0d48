import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../database/tables.ts'
import { instantsAsDates } from './dates.ts'
import { isLoopback, ownOrigins } from './same-origin.ts'

/** An OpenID Connect provider that people may sign in with, once they have linked it to their account. */
export type OidcProvider = {
  readonly id: string
  readonly name?: string
  /** …/.well-known/openid-configuration */
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

export type AuthOptions = {
  readonly db: Kysely<Tables>
  /** where people reach this server, such as https://select.example.com; its cookies are Secure unless it is this machine */
  readonly address: string
  /** at least 32 random characters, kept outside the database, the same for every server on one database */
  readonly secret: string
  readonly oidc?: readonly OidcProvider[]
}

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const

/** The header in which the address of who asks is handed on; what a client writes there is replaced. */
export const ADDRESS_HEADER = 'x-haixuan-address'

const DAY_SECONDS = 86_400
const basePath = '/api/auth'

/** Sessions, opened and read by the server itself: these have no address that a client could call. */
const sessions = {
  id: 'haixuan',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ user: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(ctx.body.user)
        if (!user) throw ctx.error('UNAUTHORIZED')
        await setSessionCookie(ctx, { session: await internalAdapter.createSession(user.id), user })
        return ctx.json({ user: user.id })
      },
    ),
    hashPassword: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ password: z.string() }) },
      async (ctx) => ({ hash: await ctx.context.password.hash(ctx.body.password) }),
    ),
    /** the token of the session whose cookie was sent, its signature checked; whether the session lasts is not asked */
    sessionToken: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (ctx) => {
      const { name } = ctx.context.authCookies.sessionToken
      return { token: (await ctx.getSignedCookie(name, ctx.context.secret)) || undefined }
    }),
  },
}

async function forgetOldSessions(db: Kysely<Tables>): Promise<void> {
  await sql`delete from auth.session where "expiresAt" < now()`.execute(db)
}

/** Accounts, passwords, second factors and sessions, kept by better-auth in the schema `auth`. Nobody signs up alone. */
export const createAuth = ({ db, address, secret, oidc = [] }: AuthOptions) =>
  betterAuth({
    appName: 'Haixuan',
    baseURL: address,
    basePath,
    secret,
    trustedOrigins: [...ownOrigins(address)],
    database: { db: db.withPlugin(instantsAsDates), type: 'postgres', schemaName: 'auth', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    session: { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS },
    databaseHooks: { session: { create: { after: () => forgetOldSessions(db) } } },
    // tables are made by migrations; per account and address, in the database, so that all servers count together
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: { '/sign-in/*': { window: 60, max: 10 }, '/change-password': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'haixuan',
      useSecureCookies: address.startsWith('https:') || !isLoopback(address),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    telemetry: { enabled: false },
    // its messages quote what was sent
    logger: { disabled: true },
    plugins: [
      sessions,
      twoFactor({ issuer: 'Haixuan 海选' }),
      genericOAuth({
        config: oidc.map(({ id, ...provider }) => ({
          ...provider,
          providerId: id,
          scopes: ['openid', 'profile', 'email'],
          pkce: true,
          requireIdTokenVerification: true,
          disableSignUp: true,
        })),
      }),
    ],
  })

export type Auth = ReturnType<typeof createAuth>
