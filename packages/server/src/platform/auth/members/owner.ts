import type { Kysely } from 'kysely'
import { asSystem } from '../../database/scope.ts'
import type { Tables } from '../../database/tables.ts'
import { createPerson, personByEmail } from '../people.ts'
import { join } from './join.ts'

type Wanted = {
  readonly org: { readonly id: string; readonly name: string }
  readonly name: string
  readonly email: string
}

/**
 * Makes a person an owner of an organisation; both are made unless they are there. Gives whether the person was no
 * member before. For whoever runs the server: it asks nobody's leave. @throws Problem when the name is another's
 */
export const createOwner = (db: Kysely<Tables>, { org, name, email }: Wanted): Promise<boolean> =>
  asSystem(db, async (tx) => {
    await tx
      .insertInto('organisation')
      .values(org)
      .onConflict((c) => c.doNothing())
      .execute()
    const person = (await personByEmail(tx, email)) ?? (await createPerson(tx, { name, email, verified: true }))
    return join(tx, { org: org.id, person: { ...person, name }, roles: ['owner'], supplier: null })
  })
