import { cause } from '../../cause.ts'
import type { MemberRole } from '../../commands/actor.ts'
import type { Asked } from '../../commands/command.ts'
import { appendEvents } from '../../events/append.ts'
import { Problem } from '../../http/problem.ts'
import { createPerson, personByEmail, setPassword } from '../people.ts'
import { hashOf } from '../tokens.ts'
import { join } from './join.ts'

type Accepted = {
  readonly token: string
  readonly now: string
  /** who is signed in on the browser that follows the link */
  readonly user: string | undefined
  /** hashes the password a new person has chosen */
  readonly password: (() => Promise<string>) | undefined
}

/**
 * Accepts an invitation, once; gives who joined, or undefined when there is no such invitation. An address that has an
 * account already accepts signed in with it: who invites must not come by the account of someone else.
 * @throws Problem
 */
export async function acceptInvitation(
  tx: Asked['tx'],
  { token, now, user, password }: Accepted,
): Promise<string | undefined> {
  const invited = await tx
    .deleteFrom('invitation')
    .where('hash', '=', hashOf(token))
    .where('expires_at', '>', now)
    .returning(['org_id', 'id', 'name', 'email', 'roles', 'supplier_id'])
    .executeTakeFirst()
  if (!invited) return undefined
  const known = await personByEmail(tx, invited.email)
  if (known && known.id !== user)
    throw new Problem('not-signed-in', {
      why: cause('account-exists'),
    })
  if (!known && password === undefined)
    throw new Problem('bad-input', { field: 'password', why: cause('password-missing') })
  const person = known ?? (await createPerson(tx, { name: invited.name, email: invited.email, verified: false }))
  if (!known && password) await setPassword(tx, person.id, await password())
  const roles = invited.roles as MemberRole[]
  await join(tx, {
    org: invited.org_id,
    person: { ...person, name: invited.name },
    roles,
    supplier: invited.supplier_id,
  })
  await appendEvents(tx, { actor: { org: invited.org_id, name: invited.name }, now }, [
    {
      type: 'member.joined',
      subject: person.id,
      clause: 'R4',
      body: { invitation: invited.id, roles, supplier: invited.supplier_id },
    },
  ])
  return person.id
}
