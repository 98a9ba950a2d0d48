import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../queries/query.ts'

/** How much an organisation keeps here: files by kind, records, and its log. */
export const storage = query({
  name: 'settings.storage',
  path: '/settings/storage',
  summary: { zh: '存储：文件、记录与日志', en: 'Storage: files, records and the log' },
  roles: ['owner', 'auditor'],
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    files: z.array(z.object({ type: z.string(), count: z.int(), bytes: z.number() })),
    records: z.record(z.string(), z.int()),
    log: z.object({
      events: z.int(),
      sealed: z.int().describe('entries under the newest checkpoint'),
      root: z.string().nullable().describe('of the tree, as the newest checkpoint signs it; base64'),
      at: z.string().nullable(),
    }),
  }),
  async run({ tx, actor }) {
    const { rows } = await sql<{ kept: Kept }>`
      select jsonb_build_object(
        'files', (select coalesce(jsonb_agg(f order by f.bytes desc), '[]') from (
          select media_type as type, count(*)::int as count, sum(size)::bigint as bytes from file
          where org_id = ${actor.org} group by media_type) f),
        'records', jsonb_build_object(
          'project', (select count(*) from project where org_id = ${actor.org}),
          'supplier', (select count(*) from supplier where org_id = ${actor.org}),
          'product', (select coalesce(sum(n), 0) from alike_count where org_id = ${actor.org} and supplier_id = ''),
          'offer', (select count(*) from offer where org_id = ${actor.org}),
          'case', (select count(*) from after_sales_case where org_id = ${actor.org}),
          'comment', (select count(*) from comment where org_id = ${actor.org})),
        'events', (select coalesce(sum(n), 0) from event_count where org_id = ${actor.org}),
        'checkpoint', (select jsonb_build_object('size', size, 'root', encode(root, 'base64'), 'at', at)
          from checkpoint where org_id = ${actor.org} order by size desc limit 1)) as kept`.execute(tx)
    const { files, records, events, checkpoint } = rows[0]!.kept
    return {
      files,
      records,
      log: { events, sealed: checkpoint?.size ?? 0, root: checkpoint?.root ?? null, at: checkpoint?.at ?? null },
    }
  },
})

type Kept = {
  readonly files: { type: string; count: number; bytes: number }[]
  readonly records: Record<string, number>
  readonly events: number
  readonly checkpoint: { readonly size: number; readonly root: string; readonly at: string } | null
}
