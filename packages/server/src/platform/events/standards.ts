import type { StandardData } from '@haixuan/domain/flow/standard-data'
import { canonicalBytes } from '@haixuan/domain/kernel/log/canonical-json'
import type { Kysely } from 'kysely'
import { asSystem } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'

/** Under whom the law is kept, which is the same for everyone. */
const LAW = ''

/**
 * Keeps the standard that decisions are made under from now on, so that they can be run again when it has changed; one with
 * an organisation's own rules in it for that organisation alone.
 */
export async function keepStandard(
  db: Kysely<Tables>,
  hash: string,
  standard: StandardData,
  org: string = LAW,
): Promise<void> {
  await asSystem(db, async (tx) => {
    const kept = await tx
      .selectFrom('standard_used')
      .select('hash')
      .where('org_id', '=', org)
      .where('hash', '=', hash)
      .executeTakeFirst()
    if (kept) return
    await tx
      .insertInto('standard_used')
      .values({ org_id: org, hash, content: Buffer.from(canonicalBytes(standard)) })
      .onConflict((c) => c.doNothing())
      .execute()
  })
}

/** Standards by their hashes: the law's, and those of one organisation. */
export const keptStandards = (
  db: Kysely<Tables>,
  hashes: readonly string[],
  org: string = LAW,
): Promise<Record<string, StandardData>> =>
  asSystem(db, async (tx) => {
    if (hashes.length === 0) return {}
    const rows = await tx
      .selectFrom('standard_used')
      .select(['hash', 'content'])
      .where('org_id', 'in', [LAW, org])
      .where('hash', 'in', hashes)
      .execute()
    return Object.fromEntries(rows.map(({ hash, content }) => [hash, JSON.parse(content.toString()) as StandardData]))
  })
