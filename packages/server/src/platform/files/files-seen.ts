import { type RawBuilder, sql } from 'kysely'

/** Of files by their hashes, as rows of SQL, those that whoever asks may look at: row-level security tells a supplier of its own. */
export const filesSeen = (hashes: RawBuilder<unknown>): RawBuilder<string[]> => sql`array(
  select f.sha256 from file f where f.org_id = current_org() and f.sha256 in (${hashes}))`
