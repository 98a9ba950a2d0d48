import { z } from 'zod'
import type { Asked } from '../commands/command.ts'
import { checkSeen } from '../commands/seen.ts'
import { Problem } from '../http/problem.ts'
import { missing } from '../http/records.ts'

export const receiverParams = z.object({ receiver: z.string() })
/** Who tells others outside what happens inside. */
export const receiverRoles = ['owner'] as const

/** A receiver locked for the rest of the transaction, at the version seen. @throws Problem */
export async function receiverForUpdate(
  asked: Pick<Asked<{ receiver: string }>, 'tx' | 'actor' | 'version' | 'params'>,
) {
  const { tx, actor, params } = asked
  const row = await tx
    .selectFrom('receiver')
    .select(['id', 'version', 'kind', 'secret', 'name', 'events', 'active'])
    .where('org_id', '=', actor.org)
    .where('id', '=', params.receiver)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: missing('receiver', params.receiver) })
  await checkSeen(asked, row.id, row.version)
  return row
}
