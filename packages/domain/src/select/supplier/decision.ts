import { addDays, type Day } from '../../kernel/day.ts'
import type { Text } from '../../kernel/errors.ts'
import { bankAccountOn } from './bank-account.ts'
import { inconsistencies } from './consistency.ts'
import { bestDocument, type DocumentType } from './documents.ts'
import { checkId } from './identity.ts'
import { type InspectionScore, type InspectionTemplate, scoreInspection } from './inspection.ts'
import type { Requirements } from './qualification.ts'
import type { Inspection, Supplier } from './supplier.ts'

/** Why a supplier is not simply qualified: `reject` and `condition` count, `note` is told. */
export type Reason = {
  readonly part: 'number' | 'document' | 'inspection' | 'screening' | 'owner' | 'bank' | 'consistency'
  readonly effect: 'reject' | 'condition' | 'note'
  readonly state: 'missing' | 'wrong'
  /** row of the matrix that asks for it, or `plan` */
  readonly row?: string
  readonly what: Text
  readonly remedy: Text
}
export type SupplierDecision = {
  readonly result: 'qualified' | 'conditional' | 'rejected'
  /** the last day it stands */
  readonly lapses: Day
  /** what ends it on that day */
  readonly because: Text
  readonly reasons: readonly Reason[]
}
/** What decisions look things up in: document types and inspection templates by id. */
export type SupplierStandard = {
  readonly documents: ReadonlyMap<string, DocumentType>
  readonly templates: ReadonlyMap<string, InspectionTemplate>
}

type End = { readonly day: Day; readonly because: Text }
const EFFECT = { must: 'reject', should: 'condition' } as const

/**
 * I2, R2 · Qualified, conditional or rejected, with every reason and the last day it stands: the earliest of the days
 * that what it rests on ends, and of the review. Same facts and same day, same decision.
 */
export function decideSupplier(
  supplier: Supplier,
  wanted: Requirements,
  standard: SupplierStandard,
  day: Day,
): SupplierDecision {
  const reasons: Reason[] = []
  const ends: End[] = []
  numbers(supplier, wanted, reasons)
  documents(supplier, wanted, standard, day, reasons, ends)
  inspections(supplier, wanted, standard, day, reasons, ends)
  screenings(supplier, wanted, day, reasons, ends)
  owners(supplier, wanted, reasons)
  for (const { what, remedy, state } of bankAccountOn(supplier, wanted.bank, day).faults)
    reasons.push({ part: 'bank', effect: 'condition', state, what, remedy })
  for (const { field, what } of inconsistencies(supplier))
    reasons.push({
      part: 'consistency',
      effect: field === 'number' ? 'reject' : 'condition',
      state: 'wrong',
      what,
      remedy: {
        zh: '请核对原件，更正登记或补交变更证明',
        en: 'Compare the originals; correct the record or add proof of the change',
      },
    })
  const result = reasons.some((r) => r.effect === 'reject')
    ? 'rejected'
    : reasons.some((r) => r.effect === 'condition')
      ? 'conditional'
      : 'qualified'
  ends.push({ day: addDays(day, wanted.reviewDays), because: { zh: '到期复审', en: 'the review is due' } })
  if (result === 'conditional')
    ends.push({
      day: addDays(day, wanted.conditionalDays),
      because: { zh: '附条件期限届满', en: 'the time to meet the conditions is over' },
    })
  const first = ends.reduce((a, b) => (b.day < a.day ? b : a))
  return { result, lapses: first.day, because: first.because, reasons }
}

function numbers(supplier: Supplier, wanted: Requirements, reasons: Reason[]) {
  for (const n of supplier.numbers) {
    const found = checkId(n.country, n.kind, n.number)
    if (!found.valid)
      reasons.push({
        part: 'number',
        effect: 'reject',
        state: 'wrong',
        what: {
          zh: `${n.country} ${n.kind} 号码 ${n.number} 未通过校验（${found.reason}）`,
          en: `${n.country} ${n.kind} ${n.number} is not valid: ${found.reason}`,
        },
        remedy: { zh: '请对照证件原件更正号码', en: 'Correct the number from the original' },
      })
  }
  const held = new Set(supplier.numbers.map((n) => `${n.country} ${n.kind}`))
  for (const { anyOf, need, row } of wanted.numbers)
    if (!anyOf.some((k) => held.has(k)))
      reasons.push({
        part: 'number',
        effect: EFFECT[need],
        state: 'missing',
        row,
        what: { zh: `未登记号码：${anyOf.join(' 或 ')}`, en: `No ${anyOf.join(' or ')} number is on record` },
        remedy: { zh: '请补登号码', en: 'Record the number' },
      })
}

function documents(
  supplier: Supplier,
  wanted: Requirements,
  standard: SupplierStandard,
  day: Day,
  reasons: Reason[],
  ends: End[],
) {
  const nameOf = (types: readonly string[], language: 'zh' | 'en', or: string) =>
    types.map((t) => standard.documents.get(t)?.name[language] ?? t).join(or)
  for (const { anyOf, need, row } of wanted.documents) {
    const zh = nameOf(anyOf, 'zh', ' 或 ')
    const en = nameOf(anyOf, 'en', ' or ')
    const held = bestDocument(supplier, anyOf, standard.documents, day)
    const add = (effect: Reason['effect'], state: Reason['state'], what: Text, remedy: Text) =>
      reasons.push({ part: 'document', effect, state, row, what, remedy })
    if (!held) {
      add(EFFECT[need], 'missing', { zh: `缺少${zh}`, en: `${en} is missing` }, { zh: '请补交', en: 'Hand it in' })
      continue
    }
    const { state, until } = held.validity
    if (state === 'expired')
      add(
        EFFECT[need],
        'wrong',
        { zh: `${zh}已于 ${until} 到期`, en: `${en} ended on ${until}` },
        { zh: '请换证后补交', en: 'Renew it and hand it in' },
      )
    else if (state === 'not-yet')
      add(
        EFFECT[need],
        'wrong',
        { zh: `${zh}自 ${held.document.issued} 起生效`, en: `${en} begins only on ${held.document.issued}` },
        { zh: '请提供当日有效的文件', en: 'Hand in one that holds on the day' },
      )
    else if (state === 'undated')
      add(
        'condition',
        'missing',
        { zh: `${zh}未注明签发日或有效期`, en: `${en} has neither a day of issue nor an expiry` },
        { zh: '请补登日期', en: 'Record its dates' },
      )
    else if (!held.document.evidence)
      add(
        'condition',
        'missing',
        { zh: `${zh}未上传文件`, en: `The file of ${en} is not held` },
        { zh: '请上传扫描件', en: 'Upload a scan' },
      )
    if (state === 'valid' && until !== undefined)
      ends.push({ day: until, because: { zh: `${zh}到期`, en: `${en} ends` } })
  }
}

/** The latest inspection by one of the templates, scored; none when there is none on or before the day. */
export function latestInspection(
  supplier: Pick<Supplier, 'inspections'>,
  templates: readonly string[],
  standard: SupplierStandard,
  day: Day,
):
  | { readonly inspection: Inspection; readonly template: InspectionTemplate; readonly scored: InspectionScore }
  | undefined {
  const inspection = supplier.inspections
    .filter((i) => templates.includes(i.template) && i.day <= day)
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))[0]
  const template = inspection && standard.templates.get(inspection.template)
  return inspection && template
    ? { inspection, template, scored: scoreInspection(inspection, template, day) }
    : undefined
}

function inspections(
  supplier: Supplier,
  wanted: Requirements,
  standard: SupplierStandard,
  day: Day,
  reasons: Reason[],
  ends: End[],
) {
  for (const { anyOf, need, row, minScore, onSite } of wanted.inspections) {
    const add = (effect: Reason['effect'], state: Reason['state'], what: Text, remedy: Text) =>
      reasons.push({ part: 'inspection', effect, state, row, what, remedy })
    const latest = latestInspection(supplier, anyOf, standard, day)
    if (!latest) {
      add(
        EFFECT[need],
        'missing',
        { zh: '尚无考察记录', en: 'There is no inspection on record' },
        { zh: '请按模板安排考察', en: 'Arrange an inspection by the template' },
      )
      continue
    }
    const { inspection, template, scored } = latest
    const until = addDays(inspection.day as Day, template['valid-days'])
    const again = { zh: '请整改后重新考察', en: 'Correct it and inspect again' }
    const at = { zh: `${inspection.day} 的考察`, en: `The inspection of ${inspection.day}` }
    if (until < day)
      add(
        EFFECT[need],
        'wrong',
        { zh: `${at.zh}已过有效期`, en: `${at.en} is out of date` },
        { zh: '请重新考察', en: 'Inspect again' },
      )
    else ends.push({ day: until, because: { zh: '考察到期', en: 'the inspection is out of date' } })
    if (scored.result === 'fail')
      add(
        'reject',
        'wrong',
        scored.critical.length > 0
          ? {
              zh: `${at.zh}关键项不合格：${scored.critical.join('、')}`,
              en: `${at.en} failed critical items: ${scored.critical.join(', ')}`,
            }
          : {
              zh: `${at.zh}得分 ${percent(scored.score)}，不合格`,
              en: `${at.en} failed with ${percent(scored.score)}`,
            },
        again,
      )
    else if (scored.result === 'conditional' || scored.score < minScore)
      add(
        'condition',
        'wrong',
        {
          zh: `${at.zh}得分 ${percent(scored.score)}，附条件通过`,
          en: `${at.en} passed only on conditions, with ${percent(scored.score)}`,
        },
        again,
      )
    if (onSite && inspection.mode !== 'on-site')
      add(
        'condition',
        'wrong',
        { zh: `${at.zh}为远程考察，应为现场考察`, en: `${at.en} was remote; it is to be on site` },
        { zh: '请补做现场考察', en: 'Inspect on site' },
      )
  }
}

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`

function screenings(supplier: Supplier, wanted: Requirements, day: Day, reasons: Reason[], ends: End[]) {
  const add = (effect: Reason['effect'], state: Reason['state'], what: Text, remedy: Text) =>
    reasons.push({ part: 'screening', effect, state, what, remedy })
  const latest = new Map<string, Supplier['screenings'][number]>()
  for (const s of supplier.screenings) if (s.on <= day && s.on >= (latest.get(s.list)?.on ?? '')) latest.set(s.list, s)
  if (latest.size === 0)
    add(
      'condition',
      'missing',
      { zh: '尚未作制裁名单筛查', en: 'It has not been screened against sanctions lists' },
      { zh: '请用最新名单筛查', en: 'Screen it against the current lists' },
    )
  for (const s of latest.values()) {
    if (s.decision === 'the-same')
      add(
        'reject',
        'wrong',
        { zh: `经确认，供应商在名单 ${s.list} 上`, en: `It is confirmed to be on list ${s.list}` },
        { zh: '不得与其交易', en: 'Do not deal with it' },
      )
    else if (s.hits.length > 0 && (s.decision !== 'not-the-same' || !s['decided-by']))
      add(
        'condition',
        'missing',
        {
          zh: `名单 ${s.list} 有 ${s.hits.length} 个疑似命中待判定`,
          en: `${s.hits.length} possible hits on list ${s.list} await a decision`,
        },
        { zh: '请逐一判定并写明理由', en: 'Decide each with a reason' },
      )
    const until = addDays(s.on as Day, wanted.screeningDays)
    if (until < day)
      add(
        'condition',
        'wrong',
        {
          zh: `名单 ${s.list} 的筛查已过期（${s.on}）`,
          en: `The screening against ${s.list} of ${s.on} is out of date`,
        },
        { zh: '请用最新名单重新筛查', en: 'Screen it again with the current list' },
      )
    else
      ends.push({ day: until, because: { zh: `名单 ${s.list} 需重新筛查`, en: `screening against ${s.list} is due` } })
  }
}

function owners(supplier: Supplier, wanted: Requirements, reasons: Reason[]) {
  const owners = supplier['beneficial-owners']
  const remedy = { zh: '请补登受益所有人及持股比例', en: 'Record the beneficial owners and their shares' }
  if (owners.length === 0) {
    reasons.push({
      part: 'owner',
      effect: 'condition',
      state: 'missing',
      what: { zh: '未登记受益所有人', en: 'No beneficial owner is on record' },
      remedy,
    })
    return
  }
  const total = owners.reduce((sum, o) => sum + Math.round(Number(o.share ?? 0) * 10_000), 0)
  if (total > 10_000)
    reasons.push({
      part: 'owner',
      effect: 'condition',
      state: 'wrong',
      what: {
        zh: `受益所有人持股合计 ${total / 100} %，超过 100 %`,
        en: `The owners' shares add up to ${total / 100} %`,
      },
      remedy,
    })
  else if (owners.some((o) => o.share === undefined) && 10_000 - total >= wanted.ownerShare * 10_000)
    reasons.push({
      part: 'owner',
      effect: 'note',
      state: 'missing',
      what: { zh: '部分受益所有人未登记持股比例', en: 'The share of an owner is not on record' },
      remedy,
    })
}
