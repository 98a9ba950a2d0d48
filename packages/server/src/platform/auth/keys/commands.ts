import { z } from 'zod'
import { cause } from '../../cause.ts'
import { MEMBER_ROLES } from '../../commands/actor.ts'
import { command } from '../../commands/command.ts'
import { Problem } from '../../http/problem.ts'
import { checkSignedIn } from '../members/roles.ts'
import { hashOf, newToken } from '../tokens.ts'
import { KEY_PREFIX } from './keys.ts'

const DAY = 86_400_000
const CLAUSE = 'R4'
const HOLDERS = MEMBER_ROLES.filter((role) => role !== 'supplier' && role !== 'auditor')

const create = command({
  name: 'api-key.create',
  clause: CLAUSE,
  roles: HOLDERS,
  path: '/api-keys',
  summary: { zh: '新建 API 密钥：只显示一次', en: 'Create an API key: it is shown once' },
  params: z.object({}),
  input: z.strictObject({
    name: z.string().trim().min(1).max(100),
    scopes: z
      .array(z.string().regex(/^[a-z][a-z-]*$/))
      .min(1)
      .max(50)
      .describe(
        '`read` for every query, `write` for every command, or families such as `product`: its queries and commands',
      ),
    days: z.int().min(1).max(366).default(90).describe('until it expires'),
  }),
  answer: z.object({
    id: z.string(),
    expires: z.iso.datetime(),
    key: z.string().optional().describe('for `Authorization: Bearer …`; in the first answer only'),
  }),
  async run({ tx, actor, input, now, command }) {
    checkSignedIn(actor)
    const id = crypto.randomUUID()
    const key = `${KEY_PREFIX}${newToken()}`
    const scopes = [...new Set(input.scopes)]
    const expires = new Date(Date.parse(now) + input.days * DAY).toISOString()
    await tx
      .insertInto('api_key')
      .values({
        org_id: actor.org,
        id,
        name: input.name,
        hash: hashOf(key),
        user_id: actor.user,
        scopes,
        expires_at: expires,
        created_at: now,
      })
      .execute()
    return {
      events: [
        { type: 'api-key.created', subject: id, clause: CLAUSE, body: { command, user: actor.user, scopes, expires } },
      ],
      answer: { id, expires },
      once: { key },
      created: true,
    }
  },
})

const revoke = command({
  name: 'api-key.revoke',
  clause: CLAUSE,
  roles: HOLDERS,
  path: '/api-keys/:key/revoke',
  summary: { zh: '作废 API 密钥：所有者或其持有人', en: 'Revoke an API key, as an owner or as whose it is' },
  params: z.object({ key: z.string() }),
  input: z.strictObject({}),
  answer: z.object({ id: z.string() }),
  async run({ tx, actor, params, now, command }) {
    checkSignedIn(actor)
    const { numUpdatedRows } = await tx
      .updateTable('api_key')
      .set({ revoked_at: now })
      .where('org_id', '=', actor.org)
      .where('id', '=', params.key)
      .where('revoked_at', 'is', null)
      .$if(!actor.roles.includes('owner'), (q) => q.where('user_id', '=', actor.user))
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0)
      throw new Problem('not-found', { why: cause('no-key-in-use', { key: params.key }) })
    return {
      events: [{ type: 'api-key.revoked', subject: params.key, clause: CLAUSE, body: { command } }],
      answer: { id: params.key },
    }
  },
})

export const apiKeyCommands = [create, revoke]
