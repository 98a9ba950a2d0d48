import { check } from '../gate/check.ts'
import { holdsFact, streamDuty } from '../gate/fact.ts'
import { behind, type RuleSet } from '../gate/rule-set.ts'
import { waiverFault } from '../gate/waiver.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/errors.ts'
import type { Project } from './project.ts'

/** What the plan gate looks at: the plan itself, and whether each market's law is loaded. */
export type PlanCase = {
  readonly id: string
  readonly plan: Project
  readonly asOf: Day
  /** the law of each market of the plan on the day of the stream */
  readonly law: readonly RuleSet[]
  /** what checks ask, by their ids */
  readonly titles: ReadonlyMap<string, Text>
  /** youngest age of a host in years, by the market rule that sets it */
  readonly hostAge?: { readonly years: number; readonly rule: string; readonly source: string } | undefined
}

const markets = check<PlanCase>({
  id: 'plan.markets.covered',
  clause: 'G2',
  gate: 'plan',
  title: { zh: '目标市场的规则已载入', en: 'The law of every market is loaded' },
  run({ id, law }, find) {
    for (const {
      market: { id: market },
      rules,
    } of law)
      if (rules.length === 0)
        find({
          subject: id,
          market,
          severity: 'block',
          state: 'wrong',
          what: {
            zh: `市场 ${market} 在开播日没有可用规则`,
            en: `No rules of market ${market} are in force on the day of the stream`,
          },
          remedy: { zh: '请载入该市场的规则包或更换市场', en: 'Load a rule pack for the market or choose another' },
          owner: 'legal',
        })
  },
})

const WANTED = [
  ['platform', '直播平台', 'the platform'],
  ['host', '主播', 'the host'],
  ['time', '开播时间', 'the time of day'],
  ['time-zone', '时区', 'the time zone'],
  ['audience', '受众', 'the audience'],
  ['goals', '目标', 'the goals'],
] as const

const stream = check<PlanCase>({
  id: 'plan.stream.complete',
  clause: 'P1',
  gate: 'plan',
  title: { zh: '直播信息完整', en: 'The stream is fully described' },
  run({ id, plan }, find) {
    for (const [part, zh, en] of WANTED)
      if (plan[part] === undefined)
        find({
          subject: id,
          severity: part === 'host' || part === 'platform' ? 'block' : 'warn',
          state: 'missing',
          what: { zh: `方案未写明${zh}`, en: `The plan does not name ${en}` },
          remedy: { zh: `请在方案中补充${zh}`, en: `Add ${en} to the plan` },
          owner: 'selection',
        })
  },
})

const host = check<PlanCase>({
  id: 'plan.host.eligible',
  clause: 'P1',
  gate: 'plan',
  title: { zh: '主播身份已核验且达到年龄', en: 'The host is verified and of age' },
  run({ id, plan, asOf, hostAge }, find) {
    if (!plan.host) return
    const common = { subject: id, severity: 'block', owner: 'legal' } as const
    if (plan.host.verified !== true)
      find({
        ...common,
        state: 'missing',
        what: {
          zh: `主播 ${plan.host.name} 的身份未核验`,
          en: `The identity of host ${plan.host.name} is not verified`,
        },
        remedy: { zh: '请核验主播真实身份并记录', en: "Verify the host's identity and record it" },
      })
    if (!hostAge || !plan.host.born) return
    const comesOfAge = `${Number(plan.host.born.slice(0, 4)) + hostAge.years}${plan.host.born.slice(4)}`
    if (asOf < comesOfAge)
      find({
        ...common,
        state: 'wrong',
        statutory: true,
        rule: hostAge.rule,
        source: hostAge.source,
        what: {
          zh: `主播 ${plan.host.name} 开播日未满 ${hostAge.years} 岁`,
          en: `Host ${plan.host.name} is under ${hostAge.years} on the day of the stream`,
        },
        remedy: { zh: '请更换主播', en: 'Choose another host' },
      })
  },
})

const channels = check<PlanCase>({
  id: 'plan.channels.recorded',
  clause: 'P2',
  gate: 'plan',
  title: { zh: '选品途径已登记', en: 'Sourcing channels are on record' },
  run({ id, plan }, find) {
    if (plan.channels.length === 0)
      find({
        subject: id,
        severity: 'warn',
        state: 'missing',
        what: {
          zh: '方案未登记选品途径，候选产品只能记为文件导入',
          en: 'No sourcing channel is on record; candidates can only be noted as a file import',
        },
        remedy: { zh: '请登记产品从何途径而来', en: 'Record where the candidates come from' },
        owner: 'sourcing',
      })
  },
})

const qualification = check<PlanCase>({
  id: 'plan.qualification.adopted',
  clause: 'P3',
  gate: 'plan',
  title: { zh: '供应商资质要求已采纳', en: 'Qualification requirements are adopted' },
  run({ id, plan }, find) {
    if (!plan['qualification-tightening'])
      find({
        subject: id,
        severity: 'note',
        state: 'missing',
        what: {
          zh: '方案按标准资质矩阵执行，未加严',
          en: 'The plan adopts the standard qualification matrix without tightening it',
        },
        remedy: { zh: '如需加严，请写入方案', en: 'Tighten it in the plan where needed' },
        owner: 'sourcing',
      })
  },
})

const contract = check<PlanCase>({
  id: 'plan.contract.required',
  clause: 'P4',
  gate: 'plan',
  title: { zh: '合同要求已明确', en: 'Contract requirements are set' },
  run({ id, plan }, find) {
    if (plan['contract-requirements'].length === 0)
      find({
        subject: id,
        severity: 'note',
        state: 'missing',
        what: {
          zh: '方案未另列合同要求，按条款库的必备条款执行',
          en: "The plan lists no contract requirements of its own; the clause library's required clauses apply",
        },
        remedy: { zh: '如有专门要求，请列出条款编号', en: 'List the ids of further clauses where needed' },
        owner: 'legal',
      })
  },
})

const approval = check<PlanCase>({
  id: 'plan.approved.by-second-person',
  clause: 'P5',
  gate: 'plan',
  title: { zh: '方案经第二人批准', en: 'The plan is approved by a second person' },
  run({ id, plan }, find) {
    const last = plan.versions.at(-1)
    const common = { subject: id, severity: 'block', owner: 'selection' } as const
    if (!last?.approved) {
      const which = last ? `${last.version}` : '1'
      find({
        ...common,
        state: 'missing',
        what: { zh: `方案第 ${which} 版尚未批准`, en: `Version ${which} of the plan is not approved` },
        remedy: { zh: '请由编制人以外的人批准', en: 'Have someone other than its author approve it' },
      })
    } else if (last.approved.by.trim().toLowerCase() === last.author.trim().toLowerCase())
      find({
        ...common,
        state: 'wrong',
        what: {
          zh: `方案由编制人 ${last.author} 自己批准`,
          en: `The plan was approved by its own author, ${last.author}`,
        },
        remedy: { zh: '请由另一人批准', en: 'Have another person approve it' },
      })
  },
})

const duties = check<PlanCase>({
  id: 'plan.duties.confirmed',
  clause: 'P1',
  gate: 'plan',
  title: { zh: '法定的直播义务已确认', en: "The law's duties of a stream are confirmed" },
  run({ id, plan, law, asOf }, find) {
    for (const { market, rules } of law)
      for (const r of rules) {
        const duty = streamDuty(r)
        if (duty === undefined || holdsFact(plan, duty)) continue
        find({ ...behind(r), subject: id, market: market.id, state: 'missing', due: asOf, what: r.title })
      }
  },
})

const WHY_NO_EFFECT = {
  'not-granted': { zh: '尚未批准', en: 'it is not granted yet' },
  own: { zh: '申请人自行批准', en: 'it was granted by who asked for it' },
  expired: { zh: '已过期', en: 'it has expired' },
} as const

const waivers = check<PlanCase>({
  id: 'plan.waivers.effective',
  clause: 'P5',
  gate: 'plan',
  title: { zh: '豁免均有效力', en: 'Waivers have effect' },
  run({ id, plan, asOf, titles }, find) {
    for (const w of plan.waivers) {
      const fault = waiverFault(w, asOf)
      if (!fault) continue
      const why = WHY_NO_EFFECT[fault]
      const asked = titles.get(w.check) ?? { zh: w.check, en: w.check }
      find({
        subject: id,
        severity: 'note',
        state: 'wrong',
        what: {
          zh: `${w.subject} 的“${asked.zh}”豁免不起作用：${why.zh}`,
          en: `The waiver for ${w.subject} of “${asked.en}” has no effect: ${why.en}`,
        },
        remedy: { zh: '请由另一人批准、延期或删去', en: 'Have another person grant it, extend it, or remove it' },
        owner: 'selection',
      })
    }
  },
})

export const planChecks = [markets, stream, host, channels, qualification, contract, approval, waivers, duties]
