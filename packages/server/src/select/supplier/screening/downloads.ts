import { ownListTemplate } from '@haixuan/interchange/lists/own-list'
import { z } from 'zod'
import { download } from '../../../platform/http/download.ts'

async function* whole(text: string) {
  yield text
}

const template = download({
  name: 'screening-list.template',
  path: '/screening-lists/template.csv',
  summary: { zh: '本组织名单的空白模板', en: "An empty file for an organisation's own list" },
  params: z.object({}),
  query: z.object({ lang: z.enum(['zh', 'en']).optional() }),
  run: async ({ query: { lang }, language }) => ({
    file: 'blocked-parties.csv',
    type: 'text/csv; charset=utf-8',
    content: whole(ownListTemplate(lang ?? language)),
  }),
})

export const screeningDownloads = [template]
