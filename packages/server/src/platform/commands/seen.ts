import { eventWord } from '@haixuan/domain/kernel/event-words'
import { cause } from '../cause.ts'
import { Problem } from '../http/problem.ts'
import type { Asked } from './command.ts'

/** Refuses a change on top of a version that is not the newest, and tells what has changed since. */
export async function checkSeen(
  { tx, actor, version: seen }: Pick<Asked, 'tx' | 'actor' | 'version'>,
  subject: string,
  version: number,
): Promise<void> {
  if (seen === undefined || seen === version) return
  const changes = await tx
    .selectFrom('event')
    .select(['type', 'actor', 'at'])
    .where('org_id', '=', actor.org)
    .where('subject', '=', subject)
    .where('type', 'not in', ['gate.decided', 'gate.findings'])
    .orderBy('id', 'desc')
    .limit(Math.min(Math.max(version - seen, 1), 20))
    .execute()
  const told = changes.map((change) => ({ ...change, text: eventWord(change.type) }))
  throw new Problem('stale', { why: cause('version-newer', { version, seen }), version, seen, changes: told })
}
