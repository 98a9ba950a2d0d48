import { addDays, type Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/errors.ts'
import { type InspectionScore, type InspectionTemplate, scoreInspection } from '../inspection.ts'
import type { Requirements } from '../qualification.ts'
import type { Inspection, Supplier } from '../supplier.ts'
import { EFFECT, type End, type Reason, type SupplierStandard } from './reason.ts'

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

/** Inspections asked for that were not made, are stale, failed, or passed only on conditions. */
export function inspectionReasons(
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
    const critical = template.items.filter(({ id }) => scored.critical.includes(id))
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
              zh: `${at.zh}关键项不合格：${critical.map((i) => i.text.zh).join('、')}`,
              en: `${at.en} failed critical items: ${critical.map((i) => i.text.en).join(', ')}`,
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
