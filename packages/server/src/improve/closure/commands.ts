import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import { command } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { startTask } from '../../platform/jobs/start-task.ts'
import { closeProject } from './close-project.ts'

const close = command({
  name: 'project.close',
  clause: 'T2',
  roles: ['selection'],
  path: '/projects/:project/close',
  versioned: true,
  summary: {
    zh: '结项：评估风险、决定结项关、出具符合性评估；关口未通过则拒绝',
    en: 'Close the project: risks, the closure gate and conformity, refused while the gate is not passed',
  },
  params: z.object({ project: z.string() }),
  input: z.strictObject({}),
  answer: z.object({ task: z.string() }),
  async run(asked) {
    const { id, version } = await projectFor(asked, asked.params.project, 'update')
    await checkSeen(asked, id, version)
    return { events: [], answer: { task: await startTask(asked, closeProject, { project: id }, id) } }
  },
})

export const closureCommands = [close]
