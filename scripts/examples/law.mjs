import { ruleSetFor } from '@haixuan/domain/gate/rule-set'
import { loadStandard } from '@haixuan/interchange/standard/load'

const standard = loadStandard()
const evidenceTypes = new Map(standard.evidence.evidence.map((e) => [e.id, e]))

/** What the law of some markets asks of a product on a day: the certificates, label statements and confirmed duties. */
export function lawOf(markets, day) {
  const sets = markets.map((id) => ruleSetFor(standard.rules, standard.markets, id, day))
  const asked = (about) => {
    const certificates = new Map()
    const labels = new Map()
    for (const set of sets)
      for (const rule of set.rulesFor(about)) {
        const needs = rule.requires
        if (needs && 'certificate' in needs) certificates.set(needs.certificate, evidenceTypes.get(needs.certificate))
        if (needs && 'label' in needs)
          for (const statement of needs.label) {
            const language = needs.language?.[0]
            labels.set(`${statement} ${language ?? ''}`, { statement, language })
          }
      }
    return { certificates: [...certificates.values()], labels: [...labels.values()] }
  }
  const words = sets.flatMap((set) => set.words)
  return {
    asked: ({ text, ...about }) => asked({ ...about, words: words.filter((w) => text.toLowerCase().includes(w)) }),
    /** names of the duties that a person confirms for the stream */
    duties: [
      ...new Set(
        sets.flatMap((set) =>
          set.rules.flatMap((r) => {
            const fact = r.requires && 'fact' in r.requires ? r.requires.fact : ''
            return fact.startsWith('plan.confirmed.') ? [fact.slice('plan.confirmed.'.length)] : []
          }),
        ),
      ),
    ].sort(),
  }
}

export { standard }
