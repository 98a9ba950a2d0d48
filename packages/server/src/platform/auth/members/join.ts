import type { MemberRole } from '../../commands/actor.ts'
import type { Asked } from '../../commands/command.ts'
import type { Person } from '../people.ts'
import { keepName } from './names.ts'

type Joins = {
  readonly org: string
  readonly person: Person
  readonly roles: readonly MemberRole[]
  readonly supplier: string | null
}

/** Makes a person a member under the name they go by; whether they were none before. @throws Problem */
export async function join(tx: Asked['tx'], { org, person, roles, supplier }: Joins): Promise<boolean> {
  await keepName({ tx, org }, person.name, person.id)
  const inserted = await tx
    .insertInto('member')
    .values({
      org_id: org,
      user_id: person.id,
      name: person.name,
      email: person.email,
      roles: [...roles],
      supplier_id: supplier,
    })
    .onConflict((c) => c.columns(['org_id', 'user_id']).doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) > 0
}
