import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client/ask.ts'

type Colleague = { readonly user: string; readonly name: string }
const MINUTE = 60_000

/** Members of the house whom a comment can mention; a supplier's account sees no comments. */
export function useColleagues(): readonly Colleague[] {
  const { data } = useQuery({ ...ask('member.list', {}, { limit: 200 }), staleTime: 10 * MINUTE })
  return (data?.rows ?? []).filter((member) => member.supplier === null)
}

/** The accounts of those a text names after an @, the longest name first, so that @Lin is not heard in @Linda. */
export function mentioned(text: string, colleagues: readonly Colleague[]): string[] {
  const found: string[] = []
  let rest = text
  for (const { user, name } of [...colleagues].sort((a, b) => b.name.length - a.name.length))
    if (rest.includes(`@${name}`)) {
      found.push(user)
      rest = rest.replaceAll(`@${name}`, '')
    }
  return found
}
