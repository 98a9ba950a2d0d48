import { z } from 'zod'
import { type Command, command } from '../../platform/commands/command.ts'
import { tellPeople } from '../../platform/notifications/tell.ts'
import { projectFor } from './store.ts'

const WHAT = {
  approval: { of: 'project.approve', kind: 'approval-asked', clause: 'P5' },
  release: { of: 'lineup.release', kind: 'release-asked', clause: 'I9' },
} as const

/** P5, I9 · Asks those who may for the second pair of eyes that a plan or a lineup needs. */
export const askCommand = (commands: readonly Command[]): Command =>
  command({
    name: 'project.ask',
    clause: 'P5',
    roles: ['selection', 'sourcing', 'quality', 'legal'],
    path: '/projects/:project/ask',
    summary: { zh: '请他人批准方案或放行排品', en: 'Ask others to approve the plan or to release the lineup' },
    params: z.object({ project: z.string() }),
    input: z.strictObject({
      what: z.enum(['approval', 'release']),
      of: z.array(z.string()).max(50).optional().describe('accounts of members; all who may when absent'),
      note: z.string().trim().max(500).optional(),
    }),
    answer: z.object({ id: z.string() }),
    async run(asked) {
      const { tx, actor, now, input, command } = asked
      const project = await projectFor(asked, asked.params.project, 'share')
      const { of, kind, clause } = WHAT[input.what]
      const may = commands.find((c) => c.name === of)?.roles ?? []
      await tellPeople(
        tx,
        { actor, now },
        {
          kind,
          ...(input.of ? { users: input.of } : { roles: may }),
          about: { kind: input.what === 'release' ? 'lineup' : 'project', id: project.id, project: project.id },
          facts: input.note ? { note: input.note } : {},
        },
      )
      const body = { command, what: input.what, version: project.version }
      const event = { type: 'project.asked', subject: project.id, clause, project: project.id, body }
      return { events: [event], answer: { id: project.id } }
    },
  })
