/** The roles a person can hold in an organisation; `owner` may do what any of them may, `auditor` only reads. */
export const MEMBER_ROLES = [
  'owner',
  'selection',
  'sourcing',
  'quality',
  'legal',
  'host',
  'live-control',
  'finance',
  'service',
  'supplier',
  'auditor',
] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

/** Who asks: a person of one organisation. A supplier's account acts for one supplier and sees only what is its own. */
export type Actor = {
  readonly org: string
  readonly user: string
  readonly name: string
  readonly roles: readonly MemberRole[]
  readonly supplier?: string
  /** scopes of an API key; a session has none and may do what its roles may */
  readonly scopes?: readonly string[]
}

/** Whether one of the actor's roles is among those allowed. */
export const mayAct = (actor: Actor, roles: readonly MemberRole[]): boolean =>
  actor.roles.includes('owner') || actor.roles.some((role) => roles.includes(role))
