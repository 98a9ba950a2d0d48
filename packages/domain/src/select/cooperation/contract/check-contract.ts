import type { Finding } from '../../../gate/finding.ts'
import { noticed } from '../../../gate/notice.ts'
import { cite } from '../../../gate/rule-set.ts'
import type { Text } from '../../../kernel/errors.ts'
import type { Offer } from '../offer.ts'
import type { ClauseLibrary, CONTRACT_CHECKS, LibraryClause } from './clause-schema.ts'
import { compilePhrase, matchPhrase, type Phrase } from './phrase.ts'
import { type Sentence, sentencesOf } from './sentence.ts'

export type ContractRecord = Pick<NonNullable<Offer['contract']>, 'text' | 'clauses' | 'deviations'>

/** Where words stand: in the text, or in the n-th of a list of clauses. */
export type ContractSpan = {
  readonly clause?: number
  readonly from: number
  readonly to: number
  readonly words: string
}
export type ClauseResult = {
  readonly id: string
  readonly kind: LibraryClause['kind']
  readonly title: Text
  /** present, missing, unfair; `absent` = an unfair or optional clause that is not there; `deviates` = there in other words */
  readonly state: 'present' | 'missing' | 'unfair' | 'absent' | 'deviates'
  readonly spans: readonly ContractSpan[]
  readonly why: Text
  /** fair words to put in */
  readonly wording: Text
  readonly source: string
  /** a deviation that stands: with its reason and who approved it */
  readonly approved?: { readonly reason: string; readonly by: string }
}
export type ContractReport = { readonly clauses: readonly ClauseResult[]; readonly findings: readonly Finding[] }

type Compiled = {
  readonly clause: LibraryClause
  readonly phrases: readonly Phrase[]
  readonly unless: readonly Phrase[]
}
const compiled = new WeakMap<ClauseLibrary, readonly Compiled[]>()
const compile = (library: ClauseLibrary): readonly Compiled[] => {
  const known = compiled.get(library)
  if (known) return known
  const all = library.clauses.map((clause) => ({
    clause,
    phrases: [...clause.phrases.zh, ...clause.phrases.en].map(compilePhrase),
    unless: [...(clause.unless?.zh ?? []), ...(clause.unless?.en ?? [])].map(compilePhrase),
  }))
  compiled.set(library, all)
  return all
}

type Checks = typeof CONTRACT_CHECKS
type ContractSay = <Id extends keyof Checks>(
  id: Id,
  clause: LibraryClause | undefined,
  words: Readonly<Record<Checks[Id][number], string>>,
) => void

/** Shortest reason that says something. */
const REASON = 10

/** Reads a contract clause by clause against the library: what is there, missing, unfair, and which fair words to use (P4, R5). */
export function checkContract(
  contract: ContractRecord,
  about: {
    readonly governingLaw: string
    readonly library: ClauseLibrary
    /** the offer it belongs to */
    readonly subject: string
    readonly mode?: Offer['settlement']['mode'] | undefined
    /** ids of optional clauses that the plan requires */
    readonly required?: readonly string[] | undefined
  },
): ContractReport {
  const { library, subject } = about
  const findings: Finding[] = []
  const say: ContractSay = (id, c, words) => {
    const n = library.checks[id]
    const own = c
      ? {
          clause: c.title.zh,
          'clause-en': c.title.en,
          why: c.why.zh,
          'why-en': c.why.en,
          wording: c.wording.zh,
          'wording-en': c.wording.en,
        }
      : {}
    const found = noticed(id, n, subject, { ...own, ...words }, c ? { rule: `contract.${c.id}`, source: cite(c) } : {})
    findings.push(
      c && (id === 'contract.missing' || id === 'contract.unfair')
        ? { ...found, severity: c.severity, statutory: c.statutory }
        : found,
    )
  }
  const texts = contract.clauses?.map((c) => c.text) ?? (contract.text === undefined ? [] : [contract.text])
  if (texts.every((t) => t.trim() === '')) {
    say('contract.unreadable', undefined, {})
    return { clauses: [], findings }
  }
  const listed = contract.clauses !== undefined
  const parts = texts.map((text, clause) => ({ text, clause, sentences: sentencesOf(text) }))
  const laws = [about.governingLaw, ...(library.within[about.governingLaw] ?? [])]

  const clauses: ClauseResult[] = []
  for (const c of compile(library)) {
    const { clause } = c
    if (clause.laws && !clause.laws.some((l) => laws.includes(l))) continue
    if (clause.modes && about.mode !== undefined && !clause.modes.includes(about.mode)) continue
    const spans = parts.flatMap((p) =>
      p.sentences.flatMap((s) => {
        const span = stands(c, s, p.text)
        return span ? [listed ? { clause: p.clause, ...span } : span] : []
      }),
    )
    const named = contract.clauses?.findIndex((x) => x.id === clause.id) ?? -1
    const demanded = clause.kind === 'required' || (clause.kind === 'optional' && about.required?.includes(clause.id))
    const state =
      clause.kind === 'unfair'
        ? spans.length > 0
          ? 'unfair'
          : 'absent'
        : spans.length > 0 ||
            (named >= 0 && texts[named]?.trim() === clause.wording.zh) ||
            (named >= 0 && texts[named]?.trim() === clause.wording.en)
          ? 'present'
          : named >= 0
            ? 'deviates'
            : demanded
              ? 'missing'
              : 'absent'
    const approved = state === 'present' || state === 'absent' ? undefined : approval(contract, clause, say)
    clauses.push({
      id: clause.id,
      kind: clause.kind,
      title: clause.title,
      state,
      spans,
      why: clause.why,
      wording: clause.wording,
      source: cite(clause),
      ...(approved ? { approved } : {}),
    })
    if (approved) continue
    const words = { words: spans[0]?.words ?? '' }
    if (state === 'unfair') say('contract.unfair', clause, words)
    else if (state === 'missing') say('contract.missing', clause, {})
    else if (state === 'deviates') say('contract.deviates', clause, { words: texts[named]!.slice(0, 80) })
    else if (state === 'absent' && clause.kind === 'optional') say('contract.optional', clause, {})
  }
  return { clauses, findings }
}

/** The whole sentence is shown when it is short, else the words that were recognised. */
function stands(
  { phrases, unless, clause }: Compiled,
  s: Sentence,
  text: string,
): Omit<ContractSpan, 'clause'> | undefined {
  for (const p of phrases) {
    const caught = matchPhrase(p, s, clause.over)
    if (!caught) continue
    if (unless.some((u) => matchPhrase(u, s))) return undefined
    const from = s.at[caught.from]!
    const to = caught.to < s.at.length ? s.at[caught.to]! : s.end
    return {
      from,
      to,
      words: text
        .slice(from, to)
        .replaceAll(/\s*\n\s*/g, ' ')
        .trim(),
    }
  }
  return undefined
}

/** A deviation stands with a reason and the approval of someone else; what the law bars nobody can approve. */
function approval(contract: ContractRecord, clause: LibraryClause, say: ContractSay): ClauseResult['approved'] {
  const deviation = contract.deviations.find((d) => d.clause === clause.id)
  if (!deviation) return undefined
  const by = deviation['approved-by']
  if (clause.kind === 'unfair' && clause.statutory) say('contract.deviation-barred', clause, {})
  else if (deviation.reason.trim().length < REASON) say('contract.deviation-unreasoned', clause, {})
  else if (by === undefined || by.trim().toLowerCase() === deviation['asked-by'].trim().toLowerCase())
    say('contract.deviation-own', clause, { by: deviation['asked-by'] })
  else return { reason: deviation.reason, by }
  return undefined
}
