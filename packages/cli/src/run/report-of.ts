import { askedPrice } from '@haixuan/domain/flow/candidates'
import type { Outcome } from '@haixuan/domain/flow/carry-out'
import type { Desk } from '@haixuan/domain/flow/desk'
import { countStates } from '@haixuan/domain/flow/flow-counts'
import type { Judged } from '@haixuan/domain/gate/gate'
import { GATES } from '@haixuan/domain/gate/words'
import type { Instant } from '@haixuan/domain/kernel/day'
import { formatDecimal } from '@haixuan/domain/kernel/money'
import type { Project } from '@haixuan/domain/plan/project'
import type { ImportReport } from '@haixuan/interchange/import/import-listings'
import type { ReportModel } from '@haixuan/interchange/report/report-model'
import { owedFor } from './owed.ts'

const WORDS = {
  zh: {
    list: '商品清单',
    imported: (rows: string, no: string) => `${rows} 行，拒收 ${no} 行`,
    products: '产品',
    suppliers: '供应商',
    block: '阻断',
    warn: '警示',
    filled: '已排坑位',
    released: '已放行',
    provisional: '暂定',
    objective: '得分',
    bound: '上界',
    gap: '差距',
    platform: '平台',
    host: '主播',
    time: '时间',
    audience: '受众',
    unknown: '未定',
    stages: { plan: '制定选品方案', select: '实施选品方案', supervise: '监督方案实施', improve: '跟踪与改进' },
    steps: {
      plan: '主题、途径、资质、合同',
      supplier: '供应商',
      product: '产品',
      cooperation: '合作',
      lineup: '排品',
      'on-air': '质量与直播',
      closure: '归档与改进',
    },
    verdicts: { conforms: '符合', provisional: '暂定', fails: '不符合', 'not-carried-out': '未实施' },
    owners: {
      supplier: '供应商',
      sourcing: '采购',
      quality: '质量',
      legal: '法务',
      selection: '选品',
      host: '主播',
      finance: '财务',
      service: '客服',
    },
    basis: (e: number, m: number, w: number) => `事件 ${e}，待补 ${m}，不符 ${w}`,
  },
  en: {
    list: 'List',
    imported: (rows: string, no: string) => `${rows} rows, ${no} rejected`,
    products: 'Products',
    suppliers: 'Suppliers',
    block: 'Blocks',
    warn: 'Warnings',
    filled: 'Slots filled',
    released: 'Released',
    provisional: 'Provisional',
    objective: 'Objective',
    bound: 'Bound',
    gap: 'Gap',
    platform: 'Platform',
    host: 'Host',
    time: 'Time',
    audience: 'Audience',
    unknown: 'not sure',
    stages: { plan: 'Plan', select: 'Select', supervise: 'Supervise', improve: 'Improve' },
    steps: {
      plan: 'Theme to contract',
      supplier: 'Suppliers',
      product: 'Products',
      cooperation: 'Cooperation',
      lineup: 'Lineup',
      'on-air': 'Quality, on air',
      closure: 'Archive, returns',
    },
    verdicts: {
      conforms: 'conforms',
      provisional: 'provisional',
      fails: 'fails',
      'not-carried-out': 'not carried out',
    },
    owners: {
      supplier: 'supplier',
      sourcing: 'sourcing',
      quality: 'quality',
      legal: 'legal',
      selection: 'selection',
      host: 'host',
      finance: 'finance',
      service: 'service',
    },
    basis: (e: number, m: number, w: number) => `${e} ${e === 1 ? 'event' : 'events'}, ${m} missing, ${w} wrong`,
  },
} as const

/** "1,234,000.50" for "1234000.50" */
const grouped = (decimal: string) => decimal.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')

const VERDICT_STATE = {
  conforms: 'passed',
  provisional: 'conditional',
  fails: 'open',
  'not-carried-out': null,
} as const
const TOP = 14
const RANK = { block: 0, warn: 1, note: 2 }

type About = {
  readonly outcome: Outcome
  readonly plan: Project
  readonly desk: Desk
  readonly report: ImportReport
  readonly at: Instant
  readonly log: { readonly events: number; readonly root: string }
  readonly key: string
}

/** What report.pdf shows of an outcome, in the plan's language. */
export function reportModel({ outcome, plan, desk, report, at, log, key }: About): ReportModel {
  const { language } = plan
  const w = WORDS[language]
  const { lineup, products } = outcome
  const count = (n: number) => n.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')
  const findings = [
    ...outcome.planFindings,
    ...outcome.suppliers.flatMap((s) => s.findings),
    ...products.flatMap((p) => p.findings),
  ]
  const tally = (severity: string) => count(findings.filter((f) => f.severity === severity).length)
  const byId = new Map(products.map((p) => [p.product.id, p]))
  const phases = new Map(desk.standard.lineup.phases.map((p) => [p.id, p.name]))
  const roleName = (id: string) => desk.standard.roles.roles.find((r) => r.id === id)?.name[language] ?? id
  const fact = (name: string, value: string | undefined) => (value === undefined ? [] : [{ name, value }])
  const byClass = Map.groupBy(products, (p) => p.product.class ?? '')
  return {
    language,
    theme: plan.theme,
    day: plan.date as ReportModel['day'],
    at,
    markets: desk.markets.map((m) => m.market.name[language]),
    facts: [
      ...fact(w.list, w.imported(count(report.rows), count(report.rejected))),
      ...fact(w.platform, plan.platform),
      ...fact(w.host, plan.host?.name),
      ...fact(w.time, plan.time && `${plan.time}${plan['time-zone'] ? ` (${plan['time-zone']})` : ''}`),
      ...fact(w.audience, plan.audience),
    ],
    figures: [
      { name: w.products, value: count(products.length) },
      { name: w.suppliers, value: count(outcome.suppliers.length) },
      { name: w.block, value: tally('block') },
      { name: w.warn, value: tally('warn') },
      { name: w.filled, value: `${lineup.filled}/${lineup.slots.length}` },
      { name: w.released, value: `${lineup.released}/${lineup.slots.length}` },
    ],
    stages: outcome.flow.map((s) => ({
      id: s.stage,
      title: w.stages[s.stage],
      steps: s.steps.map(({ step, passed, conditional, open }) => ({
        name: w.steps[step as keyof typeof w.steps],
        passed,
        conditional,
        open,
      })),
    })),
    byGate: GATES.filter((g) => g !== 'closure').map((gate) => ({
      name: desk.standard.glossary.terms.find((t) => t.id === gate)?.[language] ?? gate,
      ...countStates(products.map((p) => p.decision.gates[gate])),
    })),
    byClass: [...byClass]
      .map(([id, all]) => ({
        name: id === '' ? w.unknown : desk.nameOf('class', id)[language],
        ...countStates(all.map((p) => p.overall)),
      }))
      .sort(
        (a, b) => b.passed + b.conditional + b.open - (a.passed + a.conditional + a.open) || (a.name < b.name ? -1 : 1),
      )
      .slice(0, 16),
    byMarket: desk.markets.map(({ market }) => ({
      name: market.name[language],
      ...countStates(products.map((p) => p.decision.markets?.[market.id])),
    })),
    findings: topFindings(findings, language),
    roles: [
      ...Map.groupBy(
        lineup.slots.filter((s) => s.role !== null),
        (s) => s.role as string,
      ),
    ]
      .map(([id, all]) => ({ name: roleName(id), count: all.length }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    lineup: {
      summary: [
        { name: w.filled, value: `${lineup.filled}/${lineup.slots.length}` },
        { name: w.released, value: count(lineup.released) },
        { name: w.provisional, value: count(lineup.provisional) },
        { name: w.objective, value: count(lineup.objective) },
        { name: w.bound, value: count(Math.ceil(lineup.bound)) },
        { name: w.gap, value: `${(lineup.gap * 100).toFixed(2)} %` },
      ],
      slots: lineup.slots.map((s) => {
        const p = s.product === null ? undefined : byId.get(s.product)
        const price = p && askedPrice(p)
        return {
          slot: s.slot,
          phase: phases.get(s.phase)?.[language] ?? s.phase,
          title: p?.product.listing.title ?? '—',
          role: s.role === null ? '' : roleName(s.role),
          price: price ? `${price.currency} ${grouped(formatDecimal(price))}` : '',
          state: s.product === null ? 'open' : s.released ? 'passed' : 'conditional',
          why: s.why[language],
          owed:
            s.product === null
              ? ''
              : owedFor(outcome, s.product, language)
                  .slice(0, 3)
                  .join(language === 'zh' ? '；' : '; '),
          substitute: s.substitute === null ? '' : (byId.get(s.substitute)?.product.listing.title ?? s.substitute),
        }
      }),
    },
    conformity: outcome.conformity.map((c) => ({
      id: c.clause,
      title: desk.standard.clauses.clauses.find((each) => each.id === c.clause)?.title[language] ?? c.clause,
      verdict: w.verdicts[c.verdict],
      state: VERDICT_STATE[c.verdict],
      basis: w.basis(c.events, c.missing, c.wrong),
    })),
    risks: outcome.risks.map((r) => ({
      name: desk.standard.risks.risks.find((each) => each.id === r.id)?.name[language] ?? r.id,
      likelihood: r.likelihood,
      impact: r.impact,
      score: r.score,
      level: desk.standard.risks.levels.find((l) => l.id === r.level)?.name[language] ?? r.level,
    })),
    root: log.root,
    key,
    events: log.events,
  }

  function topFindings(all: readonly Judged[], lang: 'zh' | 'en') {
    const groups = Map.groupBy(all, (f) => `${f.check}|${f.rule ?? ''}|${f.remedy[lang]}`)
    return [...groups.values()]
      .map((group) => {
        const first = group[0] as Judged
        return {
          count: group.length,
          severity: first.severity,
          clause: first.clause,
          what: first.what[lang],
          remedy: first.remedy[lang],
          owner: w.owners[first.owner],
          source: first.source ?? '',
        }
      })
      .sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count || (a.what < b.what ? -1 : 1))
      .slice(0, TOP)
  }
}
