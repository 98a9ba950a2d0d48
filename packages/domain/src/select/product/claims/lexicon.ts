import type { Rule } from '../../../gate/rule.ts'
import type { ClaimKind, Severity } from '../../../gate/words.ts'
import type { LexiconFile } from './lexicon-schema.ts'
import { spelled } from './spelling.ts'

/** One claim of a lexicon with everything it takes from its group. */
export type LexiconEntry = {
  /** language.group.key */
  readonly id: string
  readonly language: string
  readonly kind: ClaimKind
  readonly severity: Severity
  readonly words: readonly string[]
  readonly needs: string
  readonly softer: string
  readonly unless: readonly string[]
  readonly near: readonly string[]
  readonly classes: Scope['classes']
  readonly markets: Scope['markets']
  readonly source: Rule['source']
}
type Scope = Pick<LexiconFile['groups'][number], 'classes' | 'markets'>

/** The entries of a lexicon, in the order of the file, their phrases spelled out. */
export function entriesOf(file: LexiconFile): LexiconEntry[] {
  const spell = (phrases: readonly string[] | undefined) => spelled(phrases ?? [], file)
  return file.groups.flatMap((group) =>
    Object.entries(group.entries).map(([key, given]): LexiconEntry => {
      const own = Array.isArray(given) ? { words: given } : given
      return {
        id: `${file.language}.${group.id}.${key}`,
        language: file.language,
        kind: group.kind,
        severity: own.severity ?? group.severity,
        words: spell(own.words),
        needs: own.needs ?? group.needs,
        softer: own.softer ?? group.softer,
        unless: [...spell(group.unless), ...spell(own.unless)],
        near: spell(own.near ?? group.near),
        classes: own.classes ?? group.classes,
        markets: own.markets ?? group.markets,
        source: own.source ?? group.source,
      }
    }),
  )
}
