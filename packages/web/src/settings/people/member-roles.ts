import type { Row } from '../../client/operations.ts'

export type MemberRole = Row<'member.list'>['roles'][number]

/** The roles a person can hold, in the order of the standard's work. */
export const MEMBER_ROLES: readonly MemberRole[] = [
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
]
