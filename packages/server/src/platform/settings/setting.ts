import type { z } from 'zod'
import type { Asked } from '../commands/command.ts'
import { checkSeen } from '../commands/seen.ts'
import type { NewEvent } from '../events/append.ts'

type Reading = Pick<Asked, 'tx' | 'actor'>

/** What an organisation decided for itself under a name; what the schema makes of nothing when it decided nothing. */
export async function settingOf<S extends z.ZodType>(
  { tx, actor }: Reading,
  name: string,
  schema: S,
): Promise<z.output<S>> {
  const row = await tx
    .selectFrom('organisation_setting')
    .select('value')
    .where('org_id', '=', actor.org)
    .where('name', '=', name)
    .executeTakeFirst()
  return schema.parse(row?.value ?? {})
}

/** Puts a setting in place of the one before, on top of the version seen; gives its version and event. */
export async function saveSetting(
  asked: Pick<Asked, 'tx' | 'actor' | 'now' | 'version' | 'command'>,
  name: string,
  value: object,
  clause: string,
): Promise<{ readonly version: number; readonly event: NewEvent }> {
  const { tx, actor, now, command } = asked
  const before = await tx
    .selectFrom('organisation_setting')
    .select('version')
    .where('org_id', '=', actor.org)
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst()
  const subject = `setting:${name}`
  if (before) await checkSeen(asked, subject, before.version)
  const version = (before?.version ?? 0) + 1
  const changed = { version, value: JSON.stringify(value), set_by: actor.name, set_at: now }
  await tx
    .insertInto('organisation_setting')
    .values({ org_id: actor.org, name, ...changed })
    .onConflict((c) => c.columns(['org_id', 'name']).doUpdateSet(changed))
    .execute()
  return { version, event: { type: 'setting.changed', subject, clause, body: { command, version, value } } }
}
