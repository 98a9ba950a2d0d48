import { check } from '../../../gate/check.ts'
import { behind } from '../../../gate/rule-set.ts'
import type { ProductCase } from '../product-case.ts'
import { requirementHeld, rulesOf } from './held.ts'

export const ownWords = check<ProductCase>({
  id: 'product.words.allowed',
  clause: 'I3',
  gate: 'product',
  title: { zh: '文案不含禁用词句', en: 'Texts hold no forbidden words' },
  run(about, find) {
    const { product, market } = about
    const rules = rulesOf(about).filter(
      ({ forbids }) =>
        forbids && 'words' in forbids && !(forbids.unless && requirementHeld(about, forbids.unless) === 'held'),
    )
    if (rules.length === 0) return
    for (const field of ['title', 'description'] as const)
      for (const { rule, from, to, words } of about.forbidden(rules, product.listing[field]))
        find({
          ...behind(rule),
          subject: product.id,
          market,
          state: 'wrong',
          what: { zh: `禁用词句“${words}”：${rule.title.zh}`, en: `Forbidden words “${words}”: ${rule.title.en}` },
          span: { field, from, to, words },
        })
  },
})
