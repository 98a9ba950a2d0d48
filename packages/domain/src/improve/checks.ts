import { check } from '../gate/check.ts'
import type { Day } from '../kernel/day.ts'
import { addDays } from '../kernel/day.ts'
import type { Project } from '../plan/project.ts'
import type { Reading } from '../supervise/risk/indicator.ts'

/** Days after a stream by which its results are back and it is closed. */
export const CLOSING_DAYS = 30

/** A project at its end: what the closure gate looks at. */
export type ClosureCase = {
  readonly id: string
  readonly plan: Project
  readonly asOf: Day
  /** longest time a market's law keeps records, with its rule */
  readonly retention?: { readonly years: number; readonly rule: string; readonly source: string } | undefined
  readonly readings: readonly Reading[]
  /** products decided; equal to the candidates the lineup counted when every product is accounted for */
  readonly decided: number
  readonly lineup: { readonly candidates: number; readonly filled: number; readonly released: number }
  /** words of the interface that the glossary lacks */
  readonly undefinedTerms: readonly string[]
  /** places in the records that hold what looks like a payment card number */
  readonly cardNumbers: readonly string[]
}

const rulesAcknowledged = check<ClosureCase>({
  id: 'management-rules.acknowledged',
  clause: 'T1',
  gate: 'closure',
  title: { zh: '管理制度已签收', en: 'Management rules are acknowledged' },
  run({ id, plan }, find) {
    const common = { subject: id, severity: 'block', state: 'missing', owner: 'selection' } as const
    if (plan['management-rules'].length === 0)
      find({
        ...common,
        what: { zh: '未登记平台管理制度', en: 'No management rules are on record' },
        remedy: { zh: '请登记制度并由相关人员签收', en: 'Record the rules and have the people named acknowledge them' },
      })
    for (const rule of plan['management-rules']) {
      const lacking = rule['must-acknowledge'].filter((person) => !rule.acknowledged.includes(person))
      if (lacking.length > 0)
        find({
          ...common,
          what: {
            zh: `制度 ${rule.id} 第 ${rule.version} 版尚有 ${lacking.join('、')} 未签收`,
            en: `Rule ${rule.id} version ${rule.version} is not acknowledged by ${lacking.join(', ')}`,
          },
          remedy: { zh: '请催促签收', en: 'Have them acknowledge it' },
        })
    }
  },
})

const retained = check<ClosureCase>({
  id: 'records.retained',
  clause: 'T2',
  gate: 'closure',
  title: { zh: '记录保存期限符合法律', en: 'Records are kept as long as the law asks' },
  run({ id, plan, retention }, find) {
    const years = plan['retention-years']
    if (years !== undefined && (!retention || years >= retention.years)) return
    find({
      subject: id,
      severity: 'block',
      state: years === undefined ? 'missing' : 'wrong',
      ...(retention ? { rule: retention.rule, source: retention.source } : {}),
      what:
        years === undefined
          ? { zh: '未明确记录保存年限', en: 'How long records are kept is not set' }
          : {
              zh: `记录保存 ${years} 年，短于要求的 ${retention?.years} 年`,
              en: `Records are kept ${years} years, the law asks for ${retention?.years}`,
            },
      remedy: { zh: '请设定足够的保存年限', en: 'Set a retention that is long enough' },
      owner: 'legal',
    })
  },
})

const results = check<ClosureCase>({
  id: 'results.returned',
  clause: 'T3',
  gate: 'closure',
  title: { zh: '订单与退款数据已回流', en: 'Orders and refunds have flowed back' },
  run({ id, plan }, find) {
    if (plan.results) return
    find({
      subject: id,
      severity: 'block',
      state: 'missing',
      what: { zh: '尚无直播结果数据', en: 'No results of the stream are on record' },
      remedy: { zh: '直播后请导入订单、退款与评价', en: 'Import orders, refunds and ratings after the stream' },
      owner: 'service',
      due: addDays(plan.date as Day, CLOSING_DAYS),
    })
  },
})

const indicators = check<ClosureCase>({
  id: 'risk.indicators.watched',
  clause: 'S2',
  gate: 'closure',
  title: { zh: '风险指标未触发冻结', en: 'No indicator calls for a hold' },
  run({ id, readings }, find) {
    for (const r of readings)
      if (r.state !== 'quiet')
        find({
          subject: id,
          severity: r.state === 'hold' ? 'block' : 'warn',
          state: 'wrong',
          what: {
            zh: `指标 ${r.id}：${r.events}/${r.trials}，下限 ${(r.low * 100).toFixed(1)}%`,
            en: `Indicator ${r.id}: ${r.events} of ${r.trials}, lower bound ${(r.low * 100).toFixed(1)} %`,
          },
          remedy: { zh: '请查明原因并决定是否冻结', en: 'Find the cause and decide on a hold' },
          owner: 'quality',
        })
  },
})

const accounted = check<ClosureCase>({
  id: 'flow.accounted',
  clause: 'F1',
  gate: 'closure',
  title: { zh: '每个产品都在流程中', en: 'Every product is accounted for in the flow' },
  run({ id, decided, lineup: { candidates } }, find) {
    if (decided === candidates) return
    find({
      subject: id,
      severity: 'block',
      state: 'wrong',
      what: {
        zh: `有决定的产品 ${decided} 个，流程计入 ${candidates} 个`,
        en: `${decided} products are decided, ${candidates} are counted in the flow`,
      },
      remedy: { zh: '请核对遗漏的产品', en: 'Find the products that are missing' },
      owner: 'selection',
    })
  },
})

const released = check<ClosureCase>({
  id: 'lineup.released',
  clause: 'I9',
  gate: 'closure',
  title: { zh: '排品中的产品均已放行', en: 'Every product of the lineup is released' },
  run({ id, lineup }, find) {
    const provisional = lineup.filled - lineup.released
    if (provisional === 0) return
    find({
      subject: id,
      severity: 'block',
      state: 'missing',
      what: {
        zh: `排品中有 ${provisional} 个产品尚未放行`,
        en: `${provisional} products of the lineup are not released yet`,
      },
      remedy: {
        zh: '请补齐各关所缺，或以已放行的替补产品替换',
        en: 'Complete what their gates lack, or put released substitutes in their place',
      },
      owner: 'selection',
    })
  },
})

const terms = check<ClosureCase>({
  id: 'standard.terms.defined',
  clause: 'G1',
  gate: 'closure',
  title: { zh: '用词均有定义', en: 'Every term used is defined' },
  run({ id, undefinedTerms }, find) {
    if (undefinedTerms.length === 0) return
    find({
      subject: id,
      severity: 'block',
      state: 'wrong',
      what: { zh: `术语表缺少：${undefinedTerms.join('、')}`, en: `The glossary lacks ${undefinedTerms.join(', ')}` },
      remedy: { zh: '请补充定义', en: 'Define them' },
      owner: 'legal',
    })
  },
})

const cards = check<ClosureCase>({
  id: 'records.no-card-numbers',
  clause: 'R4',
  gate: 'closure',
  title: { zh: '记录不含银行卡号', en: 'No record holds a card number' },
  run({ id, cardNumbers }, find) {
    for (const place of cardNumbers)
      find({
        subject: id,
        severity: 'block',
        state: 'wrong',
        what: { zh: `${place} 疑似含银行卡号`, en: `${place} holds what looks like a card number` },
        remedy: { zh: '请删除卡号，仅保留后四位', en: 'Remove it; keep the last four digits at most' },
        owner: 'finance',
      })
  },
})

export const closureChecks = [rulesAcknowledged, retained, results, indicators, accounted, released, terms, cards]
