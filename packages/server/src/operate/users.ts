import type { Instant } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { signInLink } from '../platform/auth/links.ts'
import { join } from '../platform/auth/members/join.ts'
import { checkHeld } from '../platform/auth/members/roles.ts'
import { createPerson, foldEmail, personByEmail } from '../platform/auth/people.ts'
import { MEMBER_ROLES, type MemberRole } from '../platform/commands/actor.ts'
import type { Db } from '../platform/database/open-database.ts'
import { asSystem } from '../platform/database/scope.ts'
import { appendEvents } from '../platform/events/append.ts'
import { Problem } from '../platform/http/problem.ts'
import { placesIn } from '../start/data-folder.ts'
import { addressOf } from '../start/listen.ts'
import { OPERATOR, type Tx, theOrganisation } from './organisation.ts'
import { readNote } from './server-note.ts'

export type NewUser = {
  readonly email: string
  readonly name: string
  readonly roles: readonly string[]
  readonly supplier: string | undefined
  /** made, with this name, when it is not there; the only one there is when undefined */
  readonly organisation: string | undefined
}

/** Makes a person a member of an organisation; gives whether they were none before, and which organisation. @throws BadInput */
export async function addUser(
  db: Db,
  user: NewUser,
): Promise<{ readonly added: boolean; readonly organisation: string }> {
  const roles = user.roles.map(roleNamed)
  if (!z.email().max(254).safeParse(user.email).success)
    throw new BadInput(toOperator('is no e-mail address'), { field: user.email })
  const now = new Date().toISOString() as Instant
  return asSystem(db, async (tx) => {
    const org = await organisationFor(tx, user.organisation)
    const actor = { org, user: OPERATOR, name: OPERATOR, roles: ['owner' as const] }
    const supplier = user.supplier
    await checkHeld({ tx, actor }, { roles, ...(supplier === undefined ? {} : { supplier }) })
    const person = (await personByEmail(tx, user.email)) ?? (await createPerson(tx, { ...user, verified: true }))
    const added = await join(tx, { org, person: { ...person, name: user.name }, roles, supplier: supplier ?? null })
    if (added)
      await appendEvents(tx, { actor, now }, [
        { type: 'member.joined', subject: person.id, clause: 'R4', body: { roles, supplier: supplier ?? null } },
      ])
    return { added, organisation: org }
  }).catch((error) => {
    if (error instanceof Problem)
      throw new BadInput(
        error.more.why ?? toOperator(error.message),
        error.more.field ? { field: error.more.field } : {},
      )
    throw error
  })
}

/** A link that signs a member in, once. @throws BadInput when nobody has the address, or a second factor forbids it */
export async function linkFor(db: Db, email: string, address: string): Promise<string> {
  const link = await signInLink(db, { address, email, now: new Date().toISOString() })
  if (link === undefined)
    throw new BadInput(toOperator('nobody has this address here, or they sign in with a second factor'), {
      field: foldEmail(email),
    })
  return link
}

/** Where people reach the server of a data folder: by its setting, else where it noted that it listens. */
export const addressFor = ({ address, data, host, port }: Config): string =>
  address ?? readNote(placesIn(data).server)?.address ?? addressOf({ host, port })

async function organisationFor(tx: Tx, id: string | undefined): Promise<string> {
  if (id === undefined) return theOrganisation(tx, undefined)
  await tx
    .insertInto('organisation')
    .values({ id, name: id })
    .onConflict((c) => c.doNothing())
    .execute()
  return id
}

function roleNamed(role: string): MemberRole {
  const found = MEMBER_ROLES.find((known) => known === role)
  if (!found)
    throw new BadInput(toOperator(`"${role}" is no role; known are ${MEMBER_ROLES.join(', ')}`), { field: '--role' })
  return found
}
