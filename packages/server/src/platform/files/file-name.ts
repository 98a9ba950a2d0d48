import { endingsOf, type MediaType } from './media.ts'

const LONGEST = 120
/** Controls, what turns the direction of writing round, and what file systems use otherwise. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*]/gu

/** A name that is safe in any folder, with an ending that is true: `..\\a/报告.exe`, a PDF → `报告.pdf`. */
export function safeName(said: string, type: MediaType): string {
  const last = said.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = last.replaceAll(NOT_IN_NAMES, '').replace(/^[.\s]+|[.\s]+$/g, '')
  const [, stem = clean, ending = ''] = /^(.*?)(?:\.([a-z0-9]{1,8}))?$/i.exec(clean) ?? []
  const endings = endingsOf(type)
  const told = endings.includes(ending.toLowerCase()) ? ending.toLowerCase() : endings[0]
  return `${[...stem].slice(0, LONGEST).join('') || 'file'}.${told}`
}
