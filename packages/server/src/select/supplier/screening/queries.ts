import { z } from 'zod'
import { query } from '../../../platform/queries/query.ts'

const lists = query({
  name: 'screening-list.list',
  path: '/screening-lists',
  summary: { zh: '本组织现行的制裁名单', en: 'The lists the organisation screens against' },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        day: z.string().describe('the day the list is of'),
        files: z.array(z.object({ sha256: z.string(), name: z.string() })),
        parties: z.int(),
        names: z.int(),
        adoptedBy: z.string(),
        adoptedAt: z.string(),
      }),
    ),
  }),
  async run({ tx, actor }) {
    const rows = await tx
      .selectFrom('screening_list')
      .select([
        'id',
        'version',
        'day',
        'files',
        'parties',
        'names',
        'adopted_by as adoptedBy',
        'adopted_at as adoptedAt',
      ])
      .where('org_id', '=', actor.org)
      .orderBy('id')
      .execute()
    return { rows }
  },
})

export const screeningQueries = [lists]
