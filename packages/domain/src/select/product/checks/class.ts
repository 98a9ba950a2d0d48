import { isClass } from '../../../gate/binding.ts'
import { check } from '../../../gate/check.ts'
import type { ProductCase } from '../product-case.ts'

export const sure = check<ProductCase>({
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

export const allowed = check<ProductCase>({
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

export const fits = check<ProductCase>({
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
