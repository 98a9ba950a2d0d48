import { isClass } from '../../gate/binding.ts'
import { check, type Find } from '../../gate/check.ts'
import { holdsFact, streamDuty } from '../../gate/fact.ts'
import type { MarketRule } from '../../gate/rule.ts'
import { behind, cite } from '../../gate/rule-set.ts'
import { SEVERITIES } from '../../gate/words.ts'
import type { Text } from '../../kernel/errors.ts'
import { certificateHolds, type FieldClaim, type ProductCase } from './product-case.ts'
import { checkCustody, sealOf } from './sample.ts'

const marketsOf = ({ rules }: ProductCase) => [rules.market.id, ...(rules.market.parent ? [rules.market.parent] : [])]

type Held = 'held' | 'missing' | 'wrong'

/** Whether evidence of a type is held and covers the product; `wrong` when what is held does not cover or has lapsed. */
function evidenceHeld(about: ProductCase, type: string): Held {
  const facts = about.product.facts
  const all = (facts?.certificates ?? []).filter((c) => c.type === type)
  if (all.some((c) => certificateHolds(c, facts?.model, marketsOf(about), about.asOf))) return 'held'
  return all.length > 0 ? 'wrong' : 'missing'
}

/** Whether product.… or plan.… is recorded; facts of suppliers and offers are asked at their own gates. */
function factHeld({ product, plan }: ProductCase, path: string): boolean {
  const [kind, ...steps] = path.split('.')
  const record = kind === 'product' ? { ...product.listing, ...product.facts } : kind === 'plan' ? plan : undefined
  return record === undefined || holdsFact(record, steps.join('.'))
}

function labelsMissing(about: ProductCase, statements: readonly string[], languages?: readonly string[]): string[] {
  const held = about.product.facts?.labels ?? []
  return statements.filter(
    (statement) =>
      !held.some(
        (l) => l.statement === statement && (!languages || l.language === undefined || languages.includes(l.language)),
      ),
  )
}

type Needs = NonNullable<MarketRule['requires']>
/** Whether what a rule asks is held. */
function requirementHeld(about: ProductCase, needs: Needs): Held {
  if ('certificate' in needs) return evidenceHeld(about, needs.certificate)
  if ('label' in needs) return labelsMissing(about, needs.label, needs.language).length === 0 ? 'held' : 'missing'
  if ('fact' in needs) return factHeld(about, needs.fact) ? 'held' : 'missing'
  return 'missing'
}

const rulesOf = (about: ProductCase) => about.rules.rulesFor(about.about)

const sure = check<ProductCase>({
  id: 'product.class.sure',
  clause: 'I3',
  gate: 'product',
  title: { zh: '品类已确定', en: 'The class is known' },
  run({ product, market }, find) {
    if (product.class !== undefined) return
    find({
      subject: product.id,
      market,
      severity: 'block',
      state: 'missing',
      what: { zh: `品类不能确定：${product.classReason.zh}`, en: `The class is not sure: ${product.classReason.en}` },
      remedy: { zh: '请人工确定品类', en: 'Have a person fix the class' },
      owner: 'selection',
    })
  },
})

const allowed = check<ProductCase>({
  id: 'product.class.allowed',
  clause: 'P1',
  gate: 'product',
  title: { zh: '品类未被方案禁选', en: 'The plan does not forbid the class' },
  run({ product, plan, market, nameOf }, find) {
    const cls = product.class
    if (cls === undefined || !plan['forbidden-classes'].some((forbidden) => isClass(cls, forbidden))) return
    const name = nameOf('class', cls)
    find({
      subject: product.id,
      market,
      severity: 'block',
      state: 'wrong',
      what: { zh: `方案禁选品类：${name.zh}`, en: `The plan forbids the class ${name.en}` },
      remedy: { zh: '请移出候选或修订方案', en: 'Drop the candidate or revise the plan' },
      owner: 'selection',
    })
  },
})

const fits = check<ProductCase>({
  id: 'product.theme.fits',
  clause: 'P1',
  gate: 'product',
  title: { zh: '产品与主题相合', en: 'The product fits the theme' },
  run({ product, market }, find) {
    if (product.themeFit.score > 0) return
    find({
      subject: product.id,
      market,
      severity: 'note',
      state: 'wrong',
      what: { zh: '产品与直播主题无关联', en: 'Nothing ties the product to the theme' },
      remedy: { zh: '请考虑更换产品', en: 'Consider another product' },
      owner: 'selection',
    })
  },
})

const saleAllowed = check<ProductCase>({
  id: 'product.sale.allowed',
  clause: 'G2',
  gate: 'product',
  title: { zh: '目标市场允许销售与直播', en: 'The market allows the sale and the livestream' },
  run(about, find) {
    for (const r of rulesOf(about)) {
      if (!r.forbids || !('sale' in r.forbids || 'livestream' in r.forbids)) continue
      const held = r.forbids.unless ? requirementHeld(about, r.forbids.unless) : 'wrong'
      if (held === 'held') continue
      find({
        ...behind(r),
        subject: about.product.id,
        market: about.market,
        state: r.forbids.unless && held === 'missing' ? 'missing' : 'wrong',
        what: r.title,
      })
    }
  },
})

const certificates = check<ProductCase>({
  id: 'product.certificate.covers',
  clause: 'I3',
  gate: 'product',
  title: { zh: '证书覆盖产品且在开播日有效', en: 'Certificates cover the product on the day of the stream' },
  run(about, find) {
    for (const r of rulesOf(about)) {
      if (!r.requires || !('certificate' in r.requires)) continue
      const held = evidenceHeld(about, r.requires.certificate)
      if (held === 'held') continue
      const name = about.nameOf('evidence', r.requires.certificate)
      find({
        ...behind(r),
        subject: about.product.id,
        market: about.market,
        state: held,
        due: about.asOf,
        what:
          held === 'missing'
            ? { zh: `缺少${name.zh}`, en: `${name.en} is missing` }
            : {
                zh: `${name.zh}未覆盖本型号、市场或已失效`,
                en: `${name.en} does not cover this model or market, or has lapsed`,
              },
      })
    }
  },
})

const labels = check<ProductCase>({
  id: 'product.labels.shown',
  clause: 'I3',
  gate: 'product',
  title: { zh: '标签与说明齐备', en: 'Label statements are shown' },
  run(about, find) {
    for (const r of rulesOf(about)) {
      if (!r.requires || !('label' in r.requires)) continue
      const missing = labelsMissing(about, r.requires.label, r.requires.language)
      if (missing.length === 0) continue
      const names = missing.map((id) => about.nameOf('label', id))
      const list = r.requires.language?.join('/')
      find({
        ...behind(r),
        subject: about.product.id,
        market: about.market,
        state: 'missing',
        due: about.asOf,
        what: {
          zh: `缺少标签：${names.map((n) => n.zh).join('、')}${list ? `（${list}）` : ''}`,
          en: `Label lacks ${names.map((n) => n.en).join(', ')}${list ? ` (${list})` : ''}`,
        },
      })
    }
  },
})

const FACTS = [
  ['price', '价格', 'a price'],
  ['images', '图片', 'an image'],
  ['brand', '品牌', 'a brand'],
] as const

const complete = check<ProductCase>({
  id: 'product.facts.complete',
  clause: 'I3',
  gate: 'product',
  title: { zh: '产品信息完整', en: 'The product record is complete' },
  run(about, find) {
    const { product, market } = about
    for (const [fact, zh, en] of FACTS)
      if (!factHeld(about, `product.${fact}`))
        find({
          subject: product.id,
          market,
          severity: fact === 'price' ? 'block' : 'warn',
          state: 'missing',
          what: { zh: `缺少${zh}`, en: `The record lacks ${en}` },
          remedy: { zh: `请补充${zh}`, en: `Add ${en}` },
          owner: 'supplier',
        })
    for (const r of rulesOf(about)) {
      if (!r.requires || !('fact' in r.requires) || streamDuty(r) || factHeld(about, r.requires.fact)) continue
      find({ ...behind(r), subject: product.id, market, state: 'missing', due: about.asOf, what: r.title })
    }
  },
})

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')

/** Whether evidence recorded for these very words, or a certificate of the type needed, carries the claim. */
function claimHeld(about: ProductCase, claim: FieldClaim): Held {
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

const claims = check<ProductCase>({
  id: 'product.claims.evidenced',
  clause: 'I3',
  gate: 'product',
  title: { zh: '每条宣称均有依据', en: 'Every claim is tied to evidence' },
  run(about, find) {
    const forbidding = rulesOf(about).filter((r) => r.forbids && 'claim' in r.forbids)
    for (const claim of about.product.claims) {
      // of several laws against the claim, such as the Union's and the member state's, the strictest speaks
      const rule = forbidding
        .filter(({ forbids }) => forbids && 'claim' in forbids && forbids.claim.includes(claim.kind))
        .filter(({ forbids }) => !(forbids?.unless && requirementHeld(about, forbids.unless) === 'held'))
        .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))[0]
      // a claim's own severity stands unless the market's law is stricter
      const stricter = rule && (rule.severity === 'block' || claim.severity !== 'block') ? rule : undefined
      tellClaim(about, claim, find, stricter)
    }
  },
})

const signals = check<ProductCase>({
  id: 'product.signals.cleared',
  clause: 'G2',
  gate: 'product',
  title: { zh: '知识产权与安全疑点已排除', en: 'Signs of infringement or danger are cleared' },
  run(about, find) {
    for (const s of about.product.signals) {
      const held = s.needs ? evidenceHeld(about, s.needs) : 'missing'
      if (held === 'held') continue
      if (about.product.brandAuthorised && s.id.startsWith('ip.')) continue
      find({
        rule: s.id,
        ...(s.source ? { source: s.source } : {}),
        subject: about.product.id,
        market: about.market,
        severity: s.severity,
        state: s.needs ? held : 'wrong',
        what: s.what,
        remedy: s.remedy,
        owner: s.owner ?? 'legal',
        ...(s.span ? { span: s.span } : {}),
      })
    }
  },
})

const sealed = check<ProductCase>({
  id: 'product.sample.sealed',
  clause: 'I4',
  gate: 'product',
  title: { zh: '样品已封样', en: 'A sample is sealed' },
  run({ product, market }, find) {
    const samples = product.facts?.samples ?? []
    for (const s of samples) {
      const fault = checkCustody(s)
      if (fault)
        find({
          subject: product.id,
          market,
          severity: 'block',
          state: 'wrong',
          what: { zh: `样品 ${s.id} 的交接记录有误：${fault.remedy.zh}`, en: `Custody of ${fault.message}` },
          remedy: { zh: '请更正交接记录', en: 'Correct the record of custody' },
          owner: 'quality',
        })
    }
    if (!samples.some((s) => sealOf(s)))
      find({
        subject: product.id,
        market,
        severity: 'block',
        state: 'missing',
        what: { zh: '没有封样', en: 'No sample is sealed' },
        remedy: { zh: '请索样、检验并封样', en: 'Request, examine and seal a sample' },
        owner: 'quality',
      })
  },
})

const role = check<ProductCase>({
  id: 'product.role.fixed',
  clause: 'I5',
  gate: 'product',
  title: { zh: '产品作用由人确定', en: "The product's role is fixed by a person" },
  run({ product, market }, find) {
    if (product.facts?.role) return
    find({
      subject: product.id,
      market,
      severity: 'warn',
      state: 'missing',
      what: { zh: '产品作用仅为系统建议', en: 'The role is only suggested' },
      remedy: { zh: '请确认产品作用', en: 'Have a person fix the role' },
      owner: 'selection',
    })
  },
})

export const productChecks = [
  sure,
  allowed,
  fits,
  saleAllowed,
  certificates,
  labels,
  complete,
  claims,
  signals,
  sealed,
  role,
]
