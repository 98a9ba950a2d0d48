import type { ListedParty, PartyChange } from '@haixuan/domain/select/supplier/lists/list-difference'
import { foldName } from '@haixuan/domain/select/supplier/names/fold-name'
import { sql } from 'kysely'
import { searchWords } from '../../../flow/search-words.ts'
import type { Asked } from '../../../platform/commands/command.ts'
import { readList } from './lists.ts'

type In = Pick<Asked, 'tx' | 'actor' | 'house'>
type Head = { readonly id: string; readonly files: readonly { readonly sha256: string; readonly name: string }[] }

/** Parties that are kept with one statement. */
const AT_ONCE = 2_000
/** So much of a main name goes into the index that lists are sorted by. */
const PLACE = 200

/** The parties of the newest version of a list; `kept` false when only its files hold them, as before they were kept. */
export async function partiesNow(
  { tx, actor, house }: In,
  list: Head | undefined,
): Promise<{ readonly parties: ReadonlyMap<string, ListedParty>; readonly kept: boolean }> {
  if (!list) return { parties: new Map(), kept: true }
  const rows = await tx
    .selectFrom('screening_party')
    .select(['party', 'body'])
    .where('org_id', '=', actor.org)
    .where('list_id', '=', list.id)
    .where('until', 'is', null)
    .execute()
  if (rows.length > 0) return { parties: new Map(rows.map(({ party, body }) => [party, body])), kept: true }
  return { parties: (await readList(house, actor.org, list.files)).parties, kept: false }
}

/** The parties of the newest version of a list, put on record first where only its files hold them. */
export async function keptParties(
  asked: In,
  list: (Head & { readonly version: number }) | undefined,
): Promise<ReadonlyMap<string, ListedParty>> {
  const { parties, kept } = await partiesNow(asked, list)
  if (list && !kept)
    await keepChanges(
      asked,
      list.id,
      list.version,
      [...parties.values()].map((after) => ({ party: after.id, after })),
    )
  return parties
}

/** Ends what a version changes and removes, and puts in what it adds and changes. */
export async function keepChanges(
  { tx, actor }: In,
  list: string,
  version: number,
  changes: readonly Pick<PartyChange, 'party' | 'before' | 'after'>[],
): Promise<void> {
  const ended = changes.filter((c) => c.before).map((c) => c.party)
  if (ended.length > 0)
    await tx
      .updateTable('screening_party')
      .set({ until: version })
      .where('org_id', '=', actor.org)
      .where('list_id', '=', list)
      .where('until', 'is', null)
      .where(sql<boolean>`party = any(${ended}::text[])`)
      .execute()
  const begun = changes.flatMap(({ after }) => after ?? [])
  for (let at = 0; at < begun.length; at += AT_ONCE) {
    const rows = begun.slice(at, at + AT_ONCE).map((body) => ({
      party: body.id,
      place: (body.names[0] ?? body.id).slice(0, PLACE),
      body,
      words: wordsOf(body),
    }))
    await sql`
      insert into screening_party (org_id, list_id, party, since, place, body, search)
      select ${actor.org}, ${list}, r.party, ${version}::int, r.place, r.body,
        array_to_tsvector(array(select jsonb_array_elements_text(r.words)))
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(party text, place text, body jsonb, words jsonb)
    `.execute(tx)
  }
}

/** A party is found by its number and its names, as they are written and in plain letters. */
const wordsOf = ({ id, names }: ListedParty): string[] =>
  searchWords([id, ...names, ...names.map(foldName)].join(' ')).filter((word) => word !== '')
