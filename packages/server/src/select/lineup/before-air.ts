import { Refusal } from '@haixuan/domain/kernel/errors'
import { projectFor, type StoredProject } from '../../plan/project/store.ts'
import type { Asked } from '../../platform/commands/command.ts'
import { because } from '../because.ts'

/**
 * A project whose lineup may still be changed, locked: once its stream has been on air, the lineup stays as it was released
 * and what changes is the desk's. @throws Problem, Refusal
 */
export async function projectBeforeAir(asked: Pick<Asked, 'tx' | 'actor'>, id: string): Promise<StoredProject> {
  const project = await projectFor(asked, id, 'update')
  const aired = await asked.tx
    .selectFrom('live_show')
    .select('started_at')
    .where('org_id', '=', asked.actor.org)
    .where('project_id', '=', project.id)
    .executeTakeFirst()
  if (aired)
    throw new Refusal(because('stream-was-on-air'), 'S3', {
      zh: '直播中请在直播台撤下或换上替补；下一场另建项目',
      en: 'While it is on, pull products at the live desk; plan the next stream as a project of its own',
    })
  return project
}
