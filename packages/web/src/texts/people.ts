import type { Text } from '@haixuan/domain/kernel/errors'
import { MEMBER_ROLE_NAMES } from '@haixuan/domain/kernel/member-roles'

// the glossary has these ids for other things: who owes, the stage, the record
const { owner: _, selection: __, supplier: ___, ...others } = MEMBER_ROLE_NAMES

/** Who owes what: the roles of people, as the workbench calls them beside the terms of the glossary. */
export const people: Readonly<Record<string, Text>> = others
