import { useQuery } from '@tanstack/react-query'
import { ask } from '../client/ask.ts'
import { forgetKept } from '../offline/kept-answers.ts'

/** Who is signed in, in which organisation, with which roles. */
export const useMe = () => useQuery({ ...ask('me', {}), staleTime: 60_000 })

/** Whether the person may do what is for these roles; an owner may do everything. */
export function useMay(): (...roles: readonly string[]) => boolean {
  const me = useMe().data
  return (...roles) => me?.roles.some((role) => role === 'owner' || roles.includes(role)) ?? false
}

export async function signOut(): Promise<void> {
  forgetKept()
  await fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  location.assign('/sign-in')
}

export async function chooseOrganisation(organisation: string): Promise<void> {
  await fetch('/api/auth/organisation', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organisation }),
  })
  location.assign('/')
}
