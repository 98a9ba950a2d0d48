import { MEMBER_ROLE_NAMES } from '@haixuan/domain/kernel/member-roles'
import { useSay } from './texts.ts'

export type MemberRole = keyof typeof MEMBER_ROLE_NAMES
export const MEMBER_ROLES = Object.keys(MEMBER_ROLE_NAMES) as MemberRole[]

/** What people call a role of a member; the glossary's `owner` is whoever owes a remedy. */
export function useMemberRole(): (role: MemberRole) => string {
  const say = useSay()
  return (role) => say(MEMBER_ROLE_NAMES[role])
}
