import { readFileSync } from 'node:fs'
import path from 'node:path'

export type Language = 'zh' | 'en'

/** Who has a guide, as its file is named. */
export const ROLES = [
  ...['owner', 'selection', 'sourcing', 'quality', 'legal', 'host'],
  ...['live-control', 'finance', 'service', 'supplier', 'auditor'],
] as const
export type Role = (typeof ROLES)[number]

/** What a step of a guide prints in bold, and the pages of the demo that it is followed on: comments that a reader does not see. */
export type Said =
  | { readonly kind: 'way'; readonly parts: readonly string[] }
  /** `opens`: it is pressed before what follows is looked for, as “press **Inspect**:” says */
  | { readonly kind: 'word'; readonly word: string; readonly opens: boolean }
  | { readonly kind: 'page'; readonly to: string }
export type Step = {
  readonly place: string
  /** it is followed during a stream */
  readonly onAir: boolean
  readonly clauses: string
  readonly said: readonly Said[]
}

const FOLDERS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }
const GUIDES = path.resolve(import.meta.dirname, '../../docs/guide')

/** A word in bold, with “press” before and a colon after it where it opens what follows; or a page. */
const SAID = /(press|点)?\s*\*\*(.+?)\*\*([:：]?)|<!-- (\/\S*) -->/gs

/** The numbered steps of a role's guide. */
export function stepsOf(role: Role, language: Language, aCase = '/cases'): Step[] {
  const text = readFileSync(path.join(GUIDES, FOLDERS[language], `${role}.md`), 'utf8').replaceAll(
    '<!-- case -->',
    `<!-- ${aCase} -->`,
  )
  return text
    .split(/^(?=\d+\. )/m)
    .slice(1)
    .map((step) => (step.split(/\n(?=\n?(?:#|!\[|\n))/)[0] as string).trim())
    .map((step) => ({
      place: `${role} (${language}), step ${/^\d+/.exec(step)?.[0]}`,
      clauses: /\(([A-Z]\d[^)]*)\)$/.exec(step)?.[1] ?? '',
      onAir: step.includes('<!-- on air -->'),
      said: [...step.matchAll(SAID)].map(([, press, bold, colon, to]): Said => {
        if (to !== undefined) return { kind: 'page', to }
        const word = (bold as string).replaceAll(/\s+/g, ' ')
        return word.includes(' › ')
          ? { kind: 'way', parts: word.split(' › ') }
          : { kind: 'word', word, opens: Boolean(press && colon) }
      }),
    }))
}
