import { expect, it } from 'vitest'
import { standardData } from '../../test/standard-data.ts'
import { glossaryFile } from '../gate/glossary.ts'
import { MEMBER_ROLE_NAMES } from './member-roles.ts'

it('G1 · calls the people of a role what the glossary calls them', () => {
  const { terms } = standardData('glossary.yaml', glossaryFile)
  const differing = Object.entries(MEMBER_ROLE_NAMES).flatMap(([role, name]) => {
    // `owner` is whoever owes a remedy there, `selection` the work and not who does it
    const term = role === 'owner' || role === 'selection' ? undefined : terms.find(({ id }) => id === role)
    return term && term.zh !== name.zh ? [`${role}: ${name.zh}, in the glossary ${term.zh}`] : []
  })
  expect(differing).toEqual([])
})
