import { checkContract } from '@haixuan/domain/select/cooperation/contract/check-contract'
import { describe, expect, test } from 'vitest'
import { loadStandard } from './load.ts'

const library = loadStandard().contracts
const read = (text: string, governingLaw: string, more: object = {}) =>
  checkContract({ text, deviations: [] }, { governingLaw, library, subject: 'offer-1', ...more })
const in_ = (report: ReturnType<typeof read>, state: string) =>
  report.clauses.filter((c) => c.state === state).map((c) => c.id)

const CHINESE = `直播带货合作协议（虚构）
甲方：海选示例直播有限公司，统一社会信用代码见首部。乙方：示例家居供应商。
第一条 商品清单见附件一，商品名称、规格型号以附件为准。
第二条 商品质量应符合国家标准及附件要求。大货应与封样一致。
第三条 甲方收货后十五日内检验，逾期异议期为十五日。
第四条 乙方应保证全网最低价，其他渠道
售价不得低于直播价。
第五条 乙方不得与其他平台合作销售同款商品。
第六条 坑位费 20000 元，一经支付概不退还。
第七条 甲方收到平台款项后一百二十日内向乙方付款。结算以甲方后台数据为准，乙方不得异议。
第八条 乙方应在订单产生后 48 小时内发货。退货退款按店铺政策办理。
第九条 甲方有权随时单方修改本协议，无须通知乙方。本协议最终解释权归甲方所有。
第十条 如有违约，乙方支付销售额五倍违约金。
第十一条 任何一方不得刷单、虚构交易。
第十二条 争议协商解决，协商不成提交杭州仲裁委员会仲裁，适用中国法律。`

const ENGLISH = `LIVESTREAM SUPPLY AGREEMENT (made up)
This agreement is made between Example Live GmbH, registered office Berlin, and Sample Homeware Ltd.
1. The goods are listed in Annex 1 with their specifications. The goods conform to the sealed
sample and to all applicable quality standards.
2. Goods are inspected within 15 days of receipt.
3. The supplier warrants that the goods comply with the law of the destination country and do not infringe
third party intellectual property.
4. Unit price is stated in Annex 1. The Supplier shall not offer better terms on its own website.
5. Statements are issued monthly. Payment is made within 90 days of invoice.
6. Deliver within 5 days. Buyers may return goods as the law provides; refunds within 14 days.
7. The operator may amend these terms at any time at its sole discretion.
8. In no event shall the operator be liable for anything.
9. Nothing in this agreement excludes liability for death or personal injury.
10. Personal data is processed under the GDPR.
11. Either party may terminate this agreement with 30 days notice. Damages for breach are limited to actual loss.
12. This agreement is governed by German law; the courts of Berlin have jurisdiction.`

describe('a made-up Chinese contract under Chinese law', () => {
  const report = read(CHINESE, 'cn', { mode: 'slot-fee-commission' })

  test('unfair clauses are found, also over a wrapped line', () => {
    expect(in_(report, 'unfair').sort()).toEqual(
      [
        'evidence.waived',
        'exclusive.two-choose-one',
        'fee.non-refundable-slot',
        'payment.long-term',
        'payment.pay-when-paid',
        'penalty.excessive',
        'price.lowest-everywhere',
        'terms.final-interpretation',
        'terms.unilateral-change',
      ].sort(),
    )
  })

  test('the words are shown where they stand', () => {
    const span = report.clauses.find((c) => c.id === 'price.lowest-everywhere')?.spans[0]
    expect(span && CHINESE.slice(span.from, span.to)).toBe('全网最低价')
    expect(report.findings.find((f) => f.rule === 'contract.price.lowest-everywhere')).toMatchObject({
      clause: 'R5',
      severity: 'block',
      statutory: true,
      state: 'wrong',
    })
  })

  test('what is missing is named with words to put in', () => {
    expect(in_(report, 'missing')).toEqual(
      expect.arrayContaining([
        'ip.warranty',
        'privacy.protection',
        'recall.duty',
        'bank.change-control',
        'termination.terms',
      ]),
    )
    expect(in_(report, 'missing')).not.toContain('delivery.term')
    expect(report.findings.find((f) => f.rule === 'contract.recall.duty')?.remedy.zh).toContain('召回费用由供应商承担')
  })

  test('a clause that forbids fake orders is not taken for one that asks for them', () => {
    expect(in_(report, 'unfair')).not.toContain('sales.fake-orders')
  })
})

describe('a made-up English contract under German law', () => {
  const report = read(ENGLISH, 'de', { mode: 'commission' })

  test('parity, one-sided change, long payment and blanket exclusion are unfair', () => {
    expect(in_(report, 'unfair').sort()).toEqual(
      ['liability.excluded-gross', 'payment.long-term', 'price.parity-platform', 'terms.unilateral-change'].sort(),
    )
  })

  test('clauses of Chinese law are not asked for', () => {
    expect(report.clauses.map((c) => c.id)).not.toContain('records.retention')
  })

  test('missing: recall and control of bank details; present: sealed sample over a wrapped line', () => {
    expect(in_(report, 'missing')).toEqual(
      expect.arrayContaining(['recall.duty', 'bank.change-control', 'claims.evidence']),
    )
    expect(in_(report, 'present')).toEqual(
      expect.arrayContaining(['quality.sealed-sample', 'ip.warranty', 'privacy.protection']),
    )
  })
})

describe('deviations', () => {
  const deviation = {
    clause: 'payment.long-term',
    reason: '供应商书面同意九十日账期',
    'asked-by': 'li',
    'approved-by': 'wang',
  }
  const with_ = (deviations: object[]) =>
    checkContract(
      { text: ENGLISH, deviations: deviations as never },
      { governingLaw: 'de', library, subject: 'offer-1' },
    )

  test('a reasoned deviation approved by a second person stands', () => {
    const found = with_([deviation])
    expect(found.clauses.find((c) => c.id === 'payment.long-term')?.approved).toEqual({
      reason: deviation.reason,
      by: 'wang',
    })
    expect(found.findings.filter((f) => f.rule === 'contract.payment.long-term')).toEqual([])
  })

  test('one approved by whoever asked for it, or without a reason, does not', () => {
    const rules = (d: object) => with_([d]).findings.filter((f) => f.rule === 'contract.payment.long-term').length
    expect(rules({ ...deviation, 'approved-by': 'Li ' })).toBe(2)
    expect(rules({ ...deviation, reason: '同意' })).toBe(2)
  })

  test('what the law bars cannot be approved', () => {
    const found = with_([{ ...deviation, clause: 'liability.excluded-gross' }])
    expect(found.clauses.find((c) => c.id === 'liability.excluded-gross')?.approved).toBeUndefined()
  })
})

test('every fair wording is itself free of unfair words, and every other wording is recognised as what it is', () => {
  const faults = library.clauses.flatMap((clause) =>
    (['zh', 'en'] as const).flatMap((language) => {
      const report = read(clause.wording[language], clause.laws?.[0] ?? 'cn', { mode: clause.modes?.[0] })
      const unfair = in_(report, 'unfair').map((id) => `${clause.id} ${language} reads as ${id}`)
      const known = clause.kind === 'unfair' || in_(report, 'present').includes(clause.id)
      return known ? unfair : [...unfair, `${clause.id} ${language} is not recognised`]
    }),
  )
  expect(faults).toEqual([])
})

test('at least 40 clauses: required, optional and unfair', () => {
  const kinds = Map.groupBy(library.clauses, (c) => c.kind)
  expect(library.clauses.length).toBeGreaterThanOrEqual(40)
  expect([...kinds.keys()].sort()).toEqual(['optional', 'required', 'unfair'])
})
