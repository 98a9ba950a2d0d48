import { askedPrice } from '@haixuan/domain/flow/candidates'
import type { Outcome } from '@haixuan/domain/flow/carry-out'
import type { Desk } from '@haixuan/domain/flow/desk'
import type { Judged } from '@haixuan/domain/gate/gate'
import { formatDecimal } from '@haixuan/domain/kernel/money'
import type { Column } from '@haixuan/interchange/report/table'
import type { Sheet } from '@haixuan/interchange/report/write-workbook'
import { owedFor } from './owed.ts'

type Language = 'zh' | 'en'
type Reviewed = Outcome['products'][number]
type Found = { readonly finding: Judged; readonly about: 'plan' | 'supplier' | 'product'; readonly title: string }

/** products.csv: one row a product, with its gates per market; columns are named alike in both languages so that programs can read them. */
export function productsTable(desk: Desk, language: Language): Column<Reviewed>[] {
  const count = (r: Reviewed, severity: string) => r.findings.filter((f) => f.severity === severity).length
  return [
    { header: 'row', cell: (r) => r.product.listing.row },
    { header: 'product', cell: (r) => r.product.id },
    { header: 'title', cell: (r) => r.product.listing.title },
    { header: 'supplier', cell: (r) => r.product.supplier },
    { header: 'brand', cell: (r) => r.product.listing.brand },
    { header: 'class', cell: (r) => r.product.class },
    { header: 'class_reason', cell: (r) => r.product.classReason[language] },
    {
      header: 'class_confidence',
      cell: (r) => (r.product.class === undefined ? undefined : Math.round(r.product.confidence * 100) / 100),
    },
    { header: 'traits', cell: (r) => r.product.traits.join(' ') },
    { header: 'theme_fit', cell: (r) => r.product.themeFit.score },
    {
      header: 'theme_reason',
      cell: (r) => r.product.themeFit.reasons.map((t) => t[language]).join(language === 'zh' ? '；' : '; '),
    },
    { header: 'price', cell: (r) => (r.product.listing.price ? formatDecimal(r.product.listing.price) : undefined) },
    { header: 'currency', cell: (r) => r.product.listing.price?.currency },
    { header: 'gate', cell: (r) => r.overall },
    ...(['plan', 'supplier', 'product', 'cooperation', 'on-air'] as const).map((gate) => ({
      header: `gate_${gate}`,
      cell: (r: Reviewed) => r.decision.gates[gate],
    })),
    ...desk.markets.map(({ market }) => ({
      header: `market_${market.id}`,
      cell: (r: Reviewed) => r.decision.markets?.[market.id],
    })),
    { header: 'block', cell: (r) => count(r, 'block') },
    { header: 'warn', cell: (r) => count(r, 'warn') },
    { header: 'note', cell: (r) => count(r, 'note') },
    {
      header: 'findings',
      cell: (r) =>
        [...new Set(r.findings.filter((f) => f.severity !== 'note').map((f) => f.what[language]))]
          .slice(0, 20)
          .join(language === 'zh' ? '；' : '; '),
    },
  ]
}

/** findings.csv: every finding with what it asks of whom. */
export const findingsTable = (language: Language): Column<Found>[] => [
  { header: 'about', cell: (f) => f.about },
  { header: 'subject', cell: (f) => f.finding.subject },
  { header: 'title', cell: (f) => f.title },
  { header: 'market', cell: (f) => f.finding.market },
  { header: 'gate', cell: (f) => f.finding.gate },
  { header: 'clause', cell: (f) => f.finding.clause },
  { header: 'check', cell: (f) => f.finding.check },
  { header: 'rule', cell: (f) => f.finding.rule },
  { header: 'severity', cell: (f) => f.finding.severity },
  { header: 'state', cell: (f) => f.finding.state },
  { header: 'statutory', cell: (f) => (f.finding.statutory ? 'yes' : 'no') },
  { header: 'what', cell: (f) => f.finding.what[language] },
  { header: 'remedy', cell: (f) => f.finding.remedy[language] },
  { header: 'owner', cell: (f) => f.finding.owner },
  { header: 'due', cell: (f) => f.finding.due },
  { header: 'source', cell: (f) => f.finding.source },
  { header: 'words', cell: (f) => f.finding.span?.words },
  { header: 'waived_until', cell: (f) => f.finding.waived?.until },
]

const HEADERS = {
  zh: {
    lineup: '排品',
    slot: '坑位',
    phase: '时段',
    product: '产品',
    title: '标题',
    role: '作用',
    price: '价格',
    currency: '币种',
    state: '状态',
    why: '入选理由',
    substitute: '替补',
    out: '未入选',
    short: '差几分',
    reason: '原因',
    limits: '未满足的限制',
    limit: '限制',
    by: '差额',
    text: '说明',
    released: '已放行',
    provisional: '暂定',
    empty: '空缺',
    substituteWhy: '替补说明',
    owed: '尚缺',
  },
  en: {
    lineup: 'Lineup',
    slot: 'Slot',
    phase: 'Phase',
    product: 'Product',
    title: 'Title',
    role: 'Role',
    price: 'Price',
    currency: 'Currency',
    state: 'State',
    why: 'Why here',
    substitute: 'Substitute',
    out: 'Left out',
    short: 'Points short',
    reason: 'Why not',
    limits: 'Limits not kept',
    limit: 'Limit',
    by: 'By',
    text: 'What',
    released: 'released',
    provisional: 'provisional',
    empty: 'empty',
    substituteWhy: 'About the substitute',
    owed: 'Still owed',
  },
} as const

/** lineup.xlsx: the lineup slot by slot, what was left out and why, and the limits that could not be kept. */
export function lineupTable(outcome: Outcome, language: Language): Sheet<never>[] {
  const h = HEADERS[language]
  const { lineup } = outcome
  const byId = new Map(outcome.products.map((p) => [p.product.id, p]))
  const title = (id: string | null) => (id === null ? '' : (byId.get(id)?.product.listing.title ?? id))
  const owed = (id: string | null) => (id === null ? '' : owedFor(outcome, id, language).slice(0, 8).join('\n'))
  const price = (id: string | null) => {
    const reviewed = id === null ? undefined : byId.get(id)
    return reviewed && askedPrice(reviewed)
  }
  type Slot = (typeof lineup.slots)[number]
  type Out = (typeof lineup.leftOut)[number]
  type Conflict = (typeof lineup.conflicts)[number]
  const slots: Sheet<Slot> = {
    name: h.lineup,
    rows: lineup.slots,
    columns: [
      { header: h.slot, width: 6, cell: (s) => s.slot },
      { header: h.phase, width: 12, cell: (s) => s.phase },
      { header: h.product, width: 20, cell: (s) => s.product ?? '' },
      { header: h.title, width: 50, cell: (s) => title(s.product) },
      { header: h.role, width: 10, cell: (s) => s.role ?? '' },
      {
        header: h.price,
        width: 12,
        cell: (s) => {
          const p = price(s.product)
          return p ? Number(formatDecimal(p)) : undefined
        },
      },
      { header: h.currency, width: 8, cell: (s) => price(s.product)?.currency },
      {
        header: h.state,
        width: 12,
        cell: (s) => (s.product === null ? h.empty : s.released ? h.released : h.provisional),
      },
      { header: h.why, width: 50, cell: (s) => s.why[language] },
      { header: h.owed, width: 60, cell: (s) => owed(s.product) },
      { header: h.substitute, width: 40, cell: (s) => title(s.substitute) },
      { header: h.substituteWhy, width: 40, cell: (s) => s.substituteWhy[language] },
    ],
  }
  const out: Sheet<Out> = {
    name: h.out,
    rows: lineup.leftOut,
    columns: [
      { header: h.product, width: 20, cell: (o) => o.product },
      { header: h.title, width: 50, cell: (o) => title(o.product) },
      { header: h.role, width: 10, cell: (o) => o.role },
      { header: h.short, width: 12, cell: (o) => o.short ?? undefined },
      { header: h.reason, width: 80, cell: (o) => o.why[language] },
    ],
  }
  const limits: Sheet<Conflict> = {
    name: h.limits,
    rows: lineup.conflicts,
    columns: [
      { header: h.limit, width: 24, cell: (c) => c.limit },
      { header: h.by, width: 8, cell: (c) => c.by },
      { header: h.text, width: 80, cell: (c) => c.text[language] },
    ],
  }
  return [slots, out, limits] as unknown as Sheet<never>[]
}
