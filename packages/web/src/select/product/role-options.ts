import { ROLES } from '@haixuan/domain/gate/words'
import { useWords } from '../../texts/words.ts'

/** The roles a product can take, by the words of the glossary. */
export function useRoleOptions() {
  const { term } = useWords()
  return ROLES.map((role) => ({ value: role as (typeof ROLES)[number], label: term(role) }))
}
