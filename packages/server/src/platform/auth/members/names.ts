import { cause } from '../../cause.ts'
import type { Asked } from '../../commands/command.ts'
import { Problem } from '../../http/problem.ts'

type In = { readonly tx: Asked['tx']; readonly org: string }

/** A name as it is compared: one form of each character, no case, single spaces. */
const foldName = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** @throws Problem when the name stands for someone else in the records, also for someone who has left */
export async function checkNameFree({ tx, org }: In, name: string, user: string | undefined): Promise<void> {
  const taken = await tx
    .selectFrom('member_name')
    .select('user_id')
    .where('org_id', '=', org)
    .where('folded', '=', foldName(name))
    .executeTakeFirst()
  if (taken && taken.user_id !== user) throw nameTaken(name)
}

/** Gives a name to a person, for good. @throws Problem */
export async function keepName({ tx, org }: In, name: string, user: string): Promise<void> {
  await tx
    .insertInto('member_name')
    .values({ org_id: org, folded: foldName(name), user_id: user, name })
    .onConflict((c) => c.columns(['org_id', 'folded']).doUpdateSet({ name }).where('member_name.user_id', '=', user))
    .execute()
  await checkNameFree({ tx, org }, name, user)
}

const nameTaken = (name: string) => new Problem('already-exists', { field: 'name', why: cause('name-taken', { name }) })
