import type { Asked } from '../commands/command.ts'
import { Problem } from '../http/problem.ts'
import { missing } from '../http/records.ts'

/** A file that the actor may see. @throws Problem */
export async function fileOf({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, sha256: string) {
  const found = await tx
    .selectFrom('file')
    .select(['sha256', 'name', 'media_type as mediaType', 'size', 'stored_by as storedBy', 'stored_at as storedAt'])
    .where('org_id', '=', actor.org)
    .where('sha256', '=', sha256)
    // the organisation's own before those of its suppliers
    .orderBy('owner')
    .limit(1)
    .executeTakeFirst()
  if (!found) throw new Problem('not-found', { why: missing('file', sha256) })
  return found
}
