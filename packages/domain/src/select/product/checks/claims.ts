import { check, type Find } from '../../../gate/check.ts'
import type { MarketRule } from '../../../gate/rule.ts'
import { behind, cite } from '../../../gate/rule-set.ts'
import { SEVERITIES } from '../../../gate/words.ts'
import type { Text } from '../../../kernel/errors.ts'
import type { FieldClaim, ProductCase } from '../product-case.ts'
import { evidenceHeld, type Held, requirementHeld, rulesOf } from './held.ts'

const rank = ({ severity }: Pick<MarketRule, 'severity'>) => SEVERITIES.indexOf(severity)
/** Of several rules against a claim, such as the Union's and the member state's, the strictest speaks. */
const strictest = (rules: readonly MarketRule[]) => rules.toSorted((a, b) => rank(a) - rank(b))[0]
const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')

/** Whether evidence recorded for these very words, or a certificate of the type needed, carries the claim. */
export function claimHeld(about: ProductCase, claim: FieldClaim): Held {
  const facts = about.product.facts
  const words = fold(claim.words)
  const recorded = (facts?.['claim-evidence'] ?? []).filter((e) => {
    const said = fold(e.words)
    return said.includes(words) || words.includes(said)
  })
  const stands = recorded.some(
    (e) => (!claim.needs || e.type === claim.needs) && (!e.expires || about.asOf <= e.expires),
  )
  if (stands) return 'held'
  const certificate = claim.needs ? evidenceHeld(about, claim.needs) : 'missing'
  return certificate === 'held' ? 'held' : recorded.length > 0 || certificate === 'wrong' ? 'wrong' : 'missing'
}

function tellClaim(about: ProductCase, claim: FieldClaim, find: Find, rule?: MarketRule) {
  const held = claimHeld(about, claim)
  if (held === 'held') return
  const needs = claim.needs ? about.nameOf('evidence', claim.needs) : undefined
  const softer = claim.softer
    ? { zh: `，或改为：${claim.softer}`, en: `; or say instead: ${claim.softer}` }
    : { zh: '', en: '' }
  const remedy: Text = needs
    ? { zh: `请提供${needs.zh}${softer.zh}`, en: `Provide ${needs.en}${softer.en}` }
    : { zh: `请删去该措辞${softer.zh}`, en: `Remove the words${softer.en}` }
  find({
    ...(rule ? behind(rule) : { severity: claim.severity, owner: 'supplier' as const, source: cite(claim) }),
    clause: 'I3',
    subject: about.product.id,
    market: about.market,
    // words without any evidence that could carry them are wrong as they stand
    state: claim.needs ? held : 'wrong',
    what: { zh: `无据宣称“${claim.words}”`, en: `Unproven claim “${claim.words}”` },
    remedy,
    span: { field: claim.field, from: claim.from, to: claim.to, words: claim.words },
  })
}

export const claims = check<ProductCase>({
  id: 'product.claims.evidenced',
  clause: 'I3',
  gate: 'product',
  title: { zh: '每条宣称均有依据', en: 'Every claim is tied to evidence' },
  run(about, find) {
    const forbidding = rulesOf(about).filter((r) => r.forbids && 'claim' in r.forbids)
    for (const claim of about.product.claims) {
      const against = forbidding
        .filter(({ forbids }) => forbids && 'claim' in forbids && forbids.claim.includes(claim.kind))
        .filter(({ forbids }) => !(forbids?.unless && requirementHeld(about, forbids.unless) === 'held'))
      const [law, own] = [strictest(against.filter((r) => !r.pack)), strictest(against.filter((r) => r.pack))]
      // a claim's own severity stands unless the market's law is stricter
      const stricter = law && (law.severity === 'block' || claim.severity !== 'block') ? law : undefined
      tellClaim(about, claim, find, stricter)
      // what the organisation asks of itself is told beside the law, never in its place
      if (own && rank(own) < rank(stricter ?? claim)) tellClaim(about, claim, find, own)
    }
  },
})
