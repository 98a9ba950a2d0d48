import { createHash } from 'node:crypto'
import type { FoundColumn } from '@haixuan/interchange/import/columns/find-columns'
import type { Asked } from '../../platform/commands/command.ts'

/** Lists with the same headers, in whatever order, are written by the same hand or system. */
export const headersOf = (list: { readonly columns: readonly FoundColumn[]; readonly unused: readonly string[] }) =>
  createHash('sha256')
    .update(JSON.stringify([...list.columns.map((c) => c.header), ...list.unused].map(folded).sort()))
    .digest('hex')
const folded = (header: string) => header.normalize('NFKC').toLowerCase().trim()

/** P2 · Keeps how a list was to be read, for the next list of the same seller and headers. */
export async function rememberMapping(
  { tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>,
  headers: string,
  seller: string | undefined,
  map: Readonly<Record<string, string>>,
): Promise<void> {
  const said = { map: JSON.stringify(map), set_by: actor.name, set_at: now }
  await tx
    .insertInto('list_mapping')
    .values({ org_id: actor.org, headers, seller: seller ?? '', ...said })
    .onConflict((c) => c.columns(['org_id', 'headers', 'seller']).doUpdateSet(said))
    .execute()
}

/** How a list with these headers was read before: of this seller, else of any list that names its sellers itself. */
export const rememberedMapping = (
  { tx, actor }: Pick<Asked, 'tx' | 'actor'>,
  headers: string,
  seller: string | undefined,
) =>
  tx
    .selectFrom('list_mapping')
    .select(['map', 'set_by as by', 'set_at as at'])
    .where('org_id', '=', actor.org)
    .where('headers', '=', headers)
    .where('seller', 'in', ['', seller ?? ''])
    .orderBy('seller', 'desc')
    .limit(1)
    .executeTakeFirst()
