import { check } from '../../../gate/check.ts'
import type { ProductCase } from '../product-case.ts'
import { checkCustody, sealOf } from '../sample.ts'

export const sealed = check<ProductCase>({
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

export const role = check<ProductCase>({
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
