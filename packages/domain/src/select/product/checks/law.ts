import { check } from '../../../gate/check.ts'
import { streamDuty } from '../../../gate/fact.ts'
import { behind } from '../../../gate/rule-set.ts'
import { languageName } from '../../../kernel/language-name.ts'
import type { ProductCase } from '../product-case.ts'
import { evidenceHeld, factHeld, labelsMissing, requirementHeld, rulesOf } from './held.ts'

export const saleAllowed = check<ProductCase>({
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

export const certificates = check<ProductCase>({
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

export const labels = check<ProductCase>({
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
      const languages = (r.requires.language ?? []).map(languageName)
      find({
        ...behind(r),
        subject: about.product.id,
        market: about.market,
        state: 'missing',
        due: about.asOf,
        what: {
          zh: `缺少标签：${names.map((n) => n.zh).join('、')}${languages.length > 0 ? `（${languages.map((l) => l.zh).join('或')}）` : ''}`,
          en: `Label lacks ${names.map((n) => n.en).join(', ')}${languages.length > 0 ? ` (${languages.map((l) => l.en).join(' or ')})` : ''}`,
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

export const complete = check<ProductCase>({
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
