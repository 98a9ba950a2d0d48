import { check, type Find } from '../../gate/check.ts'
import type { RuleSet } from '../../gate/rule-set.ts'
import { cite } from '../../gate/rule-set.ts'
import type { Owner } from '../../gate/words.ts'
import type { Day } from '../../kernel/day.ts'
import type { Text } from '../../kernel/errors.ts'
import { authorisationFor } from './authorisation.ts'
import { decideSupplier, type SupplierDecision } from './decision.ts'
import { bestDocument } from './documents.ts'
import type { Requirements } from './qualification.ts'
import { latestInspection } from './reasons/inspections.ts'
import type { Reason, SupplierStandard } from './reasons/reason.ts'
import type { Supplier } from './supplier.ts'

/** A supplier on the day of the stream: its record when there is one, what it must show, and the brands it is to sell. */
export type SupplierCase = {
  readonly id: string
  /** the name as the listings give it; absent when they give none */
  readonly name: string | undefined
  readonly supplier: Supplier | undefined
  readonly wanted: Requirements
  readonly standard: SupplierStandard
  readonly asOf: Day
  readonly brands: readonly string[]
  readonly markets: readonly RuleSet[]
  readonly decided: SupplierDecision | undefined
}

/** The decision that the record as it stands gives on the day. */
export const decisionOf = (c: Omit<SupplierCase, 'decided'>): SupplierDecision | undefined =>
  c.supplier && decideSupplier(c.supplier, c.wanted, c.standard, c.asOf)

/** Tells the decision's reasons that belong to a check; a condition warns when the whole decision stands, else it blocks. */
function tell(c: SupplierCase, parts: readonly Reason['part'][], owner: Owner, find: Find) {
  for (const reason of c.decided?.reasons ?? [])
    if (parts.includes(reason.part))
      find({
        subject: c.id,
        severity: reason.effect === 'note' ? 'note' : 'block',
        state: reason.effect === 'reject' ? reason.state : 'missing',
        what: reason.what,
        remedy: reason.remedy,
        owner,
        due: c.asOf,
      })
}

const named = check<SupplierCase>({
  id: 'supplier.named',
  clause: 'I2',
  gate: 'supplier',
  title: { zh: '供应商已知并建档', en: 'The supplier is known and on record' },
  run({ id, name, supplier }, find) {
    if (supplier) return
    const what: Text =
      name === undefined
        ? { zh: '商品信息没有写明卖家', en: 'The listing names no seller' }
        : { zh: `供应商“${name}”尚未建档`, en: `Supplier “${name}” is not on record` }
    find({
      subject: id,
      severity: 'block',
      state: 'missing',
      what,
      remedy: { zh: '请登记供应商并收集资质', en: 'Record the supplier and collect its documents' },
      owner: 'sourcing',
    })
  },
})

const identity = check<SupplierCase>({
  id: 'supplier.identity.valid',
  clause: 'I2',
  gate: 'supplier',
  title: { zh: '登记号码通过校验', en: 'Identity numbers fit their algorithm' },
  run: (c, find) => tell(c, ['number', 'consistency'], 'supplier', find),
})

const documents = check<SupplierCase>({
  id: 'supplier.documents.valid',
  clause: 'I2',
  gate: 'supplier',
  title: { zh: '证件齐备且在有效期内', en: 'Documents are held and valid' },
  run(c, find) {
    tell(c, ['document', 'owner'], 'supplier', find)
    for (const rules of c.markets)
      for (const r of rules.rulesFor({})) {
        const type = r.requires && 'document' in r.requires ? r.requires.document : undefined
        if (type === undefined || !c.supplier) continue
        // a register extract of its own country counts as the business licence a market asks for
        const held = bestDocument(c.supplier, [type], c.standard.documents, c.asOf)
        if (held && held.validity.state !== 'expired' && held.validity.state !== 'not-yet') continue
        const name = c.standard.documents.get(type)?.name ?? { zh: type, en: type }
        find({
          subject: c.id,
          market: rules.market.id,
          rule: r.id,
          source: cite(r),
          severity: r.severity,
          statutory: r.statutory,
          state: held ? 'wrong' : 'missing',
          what: held
            ? { zh: `${name.zh}在开播日无效`, en: `${name.en} does not hold on the day of the stream` }
            : { zh: `缺少${name.zh}`, en: `${name.en} is missing` },
          remedy: r.remedy,
          owner: r.owner,
          due: c.asOf,
        })
      }
  },
})

const screening = check<SupplierCase>({
  id: 'supplier.screening.clear',
  clause: 'I2',
  gate: 'supplier',
  title: { zh: '名单筛查无未决命中', en: 'Screening leaves no open hit' },
  run: (c, find) => tell(c, ['screening'], 'legal', find),
})

const bank = check<SupplierCase>({
  id: 'supplier.bank.verified',
  clause: 'I2',
  gate: 'supplier',
  title: { zh: '收款账户已核实', en: 'The payee account is verified' },
  run: (c, find) => tell(c, ['bank'], 'finance', find),
})

const inspected = check<SupplierCase>({
  id: 'supplier.inspection.passed',
  clause: 'I1',
  gate: 'supplier',
  title: { zh: '考察通过', en: 'The inspection is passed' },
  run(c, find) {
    tell(c, ['inspection'], 'sourcing', find)
    const wanted = c.wanted.inspections.flatMap((i) => i.anyOf)
    const latest = c.supplier && latestInspection(c.supplier, wanted, c.standard, c.asOf)
    for (const item of latest?.scored.overdue ?? [])
      find({
        subject: c.id,
        severity: 'warn',
        state: 'wrong',
        what: { zh: `整改项“${item}”逾期`, en: `The corrective action for ${item} is overdue` },
        remedy: { zh: '请催促整改并复查', en: 'Have it done and inspect again' },
        owner: 'supplier',
      })
  },
})

const authorised = check<SupplierCase>({
  id: 'supplier.authorisation.chain',
  clause: 'G2',
  gate: 'supplier',
  title: { zh: '品牌授权链完整', en: 'The brand authorisation chain is whole' },
  run({ id, supplier, brands, markets, asOf }, find) {
    if (!supplier) return
    for (const brand of brands)
      for (const { market } of markets) {
        const chain = authorisationFor(
          brand,
          supplier,
          [market.id, ...(market.parent ? [market.parent] : [])],
          'livestream',
          asOf,
        )
        if (chain.ok) continue
        find({
          subject: id,
          market: market.id,
          severity: 'block',
          state: chain.broken.fault === 'expired' || chain.broken.fault === 'not-yet' ? 'wrong' : 'missing',
          what: {
            zh: `品牌“${brand}”的授权链断于 ${chain.broken.from} → ${chain.broken.to}：${chain.broken.reason.zh}`,
            en: `The authorisation for ${brand} breaks at ${chain.broken.from} → ${chain.broken.to}: ${chain.broken.reason.en}`,
          },
          remedy: {
            zh: '请补交覆盖该市场、渠道与日期的授权书',
            en: 'Hand in a letter that covers the market, channel and day',
          },
          owner: 'supplier',
          due: asOf,
        })
      }
  },
})

const decision = check<SupplierCase>({
  id: 'supplier.decision.stands',
  clause: 'I2',
  gate: 'supplier',
  title: { zh: '资格决定有效', en: 'The qualification decision stands' },
  run({ id, supplier, decided, asOf }, find) {
    const signed = supplier?.decision
    if (!supplier || !decided) return
    const common = { subject: id, severity: 'block', owner: 'sourcing', due: asOf } as const
    const remedy = { zh: '请按现有资料重新作出资格决定', en: 'Decide again on the record as it stands' }
    if (!signed)
      find({
        ...common,
        state: 'missing',
        what: { zh: '尚未作出资格决定', en: 'No qualification decision is signed' },
        remedy,
      })
    else if (signed.result === 'rejected')
      find({
        ...common,
        state: 'wrong',
        what: { zh: '资格决定为不合格', en: 'The supplier was rejected' },
        remedy: { zh: '不得选用其产品', en: 'Do not choose its products' },
      })
    else if (signed.lapses !== undefined && signed.lapses < asOf)
      find({
        ...common,
        state: 'wrong',
        what: { zh: `资格决定已于 ${signed.lapses} 失效`, en: `The decision lapsed on ${signed.lapses}` },
        remedy,
      })
    else if (signed.result === 'qualified' && decided.result !== 'qualified')
      find({
        ...common,
        state: 'missing',
        what: {
          zh: `签署的决定为合格，现有资料只能得出“${decided.result === 'rejected' ? '不合格' : '有条件合格'}”`,
          en: `It was signed as qualified; the record as it stands gives ${decided.result}`,
        },
        remedy,
      })
  },
})

export const supplierChecks = [named, identity, documents, screening, bank, inspected, authorised, decision]
