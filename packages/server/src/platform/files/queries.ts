import { z } from 'zod'
import { MEMBER_ROLES } from '../commands/actor.ts'
import { query } from '../queries/query.ts'
import { fileOf } from './find-file.ts'
import { linkToken } from './links.ts'

const params = z.object({ sha256: z.string() })

const get = query({
  name: 'file.get',
  path: '/files/:sha256',
  summary: { zh: '文件：名称、类型、大小、何人存放', en: 'A file: its name, kind and size, and who stored it' },
  roles: MEMBER_ROLES,
  params,
  query: z.object({}),
  answer: z.object({
    sha256: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.number(),
    storedBy: z.string(),
    storedAt: z.string(),
  }),
  run: ({ tx, actor, params: { sha256 } }) => fileOf({ tx, actor }, sha256),
})

const link = query({
  name: 'file.link',
  path: '/files/:sha256/link',
  summary: {
    zh: '五分钟内有效的查看链接',
    en: 'A link that shows the file to whoever has it, for five minutes',
  },
  roles: MEMBER_ROLES,
  params,
  query: z.object({}),
  answer: z.object({ url: z.string().describe('path on this server'), expiresAt: z.string() }),
  async run({ tx, actor, params: { sha256 }, house }) {
    const { name, mediaType: type } = await fileOf({ tx, actor }, sha256)
    const { token, expiresAt } = linkToken(house.masterKey, { org: actor.org, sha256, type, name }, house.clock())
    return { url: `/files/${token}`, expiresAt }
  },
})

export const fileQueries = [get, link]
