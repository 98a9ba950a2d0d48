import { ASSESSED } from '@haixuan/domain/improve/conformity/conformity'
import { sql } from 'kysely'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import { taskKind } from '../../platform/jobs/task-kind.ts'
import { closing } from './closing.ts'
import { conformityOf } from './conformity-of.ts'

/**
 * T1, T2, M1 · Closes a project: risks assessed, the flow counted, the closure gate decided, conformity assessed from its
 * log, in one transaction with the project locked. Refused, with what is owed, while the closure gate is not passed.
 */
export const closeProject = taskKind({
  name: 'project.close',
  input: z.strictObject({ project: z.string() }),
  async run({ step, place, input }) {
    // an earlier run that was cut off at its end has closed it
    let result = place as object | null
    if (result) return result
    await step(async (asked) => {
      const project = await projectFor(asked, input.project, 'update')
      const { events, gates, made } = await closing(asked, project)
      const conformity = await conformityOf(asked, project.id, events)
      const version = project.version + 1
      await asked.tx
        .updateTable('project')
        .set({ closed_at: asked.now, version, gates: sql<string>`gates || ${JSON.stringify(gates)}::jsonb` })
        .where('org_id', '=', asked.actor.org)
        .where('id', '=', project.id)
        .execute()
      result = { closed: true, version, conformity }
      const body = { conformity, ...made }
      const assessed = { type: ASSESSED, subject: project.id, clause: 'M1', project: project.id, body }
      return { events: [...events, assessed], place: result }
    })
    return result ?? {}
  },
})
