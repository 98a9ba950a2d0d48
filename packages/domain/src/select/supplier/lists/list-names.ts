import type { Text } from '../../../kernel/errors.ts'

/** The organisation's own list of parties it does not deal with. */
export const OWN_LIST = 'own-blocked'

const NAMES: Readonly<Record<string, Text>> = {
  'ofac-sdn': { zh: 'OFAC 特别指定名单（SDN）', en: 'OFAC SDN list' },
  'un-consolidated': { zh: '联合国综合制裁名单', en: 'UN consolidated list' },
  [OWN_LIST]: { zh: '本组织的禁止合作名单', en: 'organisation’s own list of blocked parties' },
}

/** What a list is called; one that is not known here goes by its id. */
export const listName = (id: string): Text => NAMES[id] ?? { zh: `名单“${id}”`, en: `list ${id}` }
