import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { WITHHOLDABLE } from '../../platform/events/log-event.ts'
import { startTask } from '../../platform/jobs/start-task.ts'
import { makeArchive } from './export-task.ts'
import { partAsked } from './part.ts'

const exportArchive = command({
  name: 'archive.export',
  clause: 'T2',
  roles: ['selection', 'quality', 'legal', 'finance', 'service'],
  path: '/archives',
  summary: {
    zh: '导出归档：整个组织、项目、直播日、供应商或产品；可选择不公开的字段',
    en: 'Export an archive of the organisation, a project, a day of streams, a supplier or a product, withholding fields',
  },
  params: z.object({}),
  input: z.strictObject({
    part: partAsked,
    withheld: z
      .array(z.enum(WITHHOLDABLE as [string, ...string[]]))
      .default([])
      .describe('fields whose values stay out; the rest still verifies'),
    language: z.enum(['zh', 'en']).default('zh').describe('of the report in it'),
  }),
  answer: z.object({ task: z.string().describe('also the id of the archive once it is made') }),
  async run(asked) {
    const { part } = asked.input
    const project = 'project' in part ? part.project : undefined
    return { events: [], answer: { task: await startTask(asked, makeArchive, asked.input, project) } }
  },
})

export const archiveCommands = [exportArchive]
