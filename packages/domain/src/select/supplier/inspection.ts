import { z } from 'zod'
import { bilingual, source } from '../../gate/rule.ts'
import type { Day } from '../../kernel/day.ts'
import { BadInput } from '../../kernel/errors.ts'
import { stateWord } from '../../kernel/state-words.ts'
import { because } from './because.ts'
import { type Inspection, SUPPLIER_KINDS } from './supplier.ts'

const share = z.string().regex(/^(0?\.\d+|0|1(\.0+)?)$/, 'a share of 1 in quotes, such as "0.80"')

/** A template of inspections.yaml (I1): items with maxima and weights, and the shares from which it passes. */
export const inspectionTemplate = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: bilingual,
    modes: z.array(z.enum(['on-site', 'remote'])).min(1),
    kinds: z.array(z.enum(SUPPLIER_KINDS)).min(1),
    /** share of the weighted maximum from which the result is pass, and conditional */
    pass: share,
    conditional: share,
    /** share of its own maximum below which a critical item fails the whole */
    'critical-below': share,
    /** months are days here: after so many days the inspection is stale */
    'valid-days': z.int().positive(),
    source,
    items: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
          section: bilingual,
          text: bilingual,
          max: z.int().positive(),
          weight: z.int().positive(),
          critical: z.boolean().default(false),
        }),
      )
      .min(25),
  })
  .refine((t) => Number(t.conditional) <= Number(t.pass), 'conditional must not be above pass')
  .refine((t) => new Set(t.items.map((i) => i.id)).size === t.items.length, 'two items have the same id')
export type InspectionTemplate = z.infer<typeof inspectionTemplate>
export const inspectionFile = z.strictObject({ templates: z.array(inspectionTemplate).min(1) })

export type InspectionScore = {
  readonly result: 'pass' | 'conditional' | 'fail'
  /** share of the weighted maximum, 0 to 1, four decimals */
  readonly score: number
  /** critical items below their share, not scored, or left out as n/a */
  readonly critical: readonly string[]
  /** items of the template nobody scored; they count as 0 */
  readonly unscored: readonly string[]
  /** corrective actions past their day and not done */
  readonly overdue: readonly string[]
  readonly sections: readonly { readonly section: { zh: string; en: string }; readonly score: number }[]
}

const four = (n: number) => Math.round(n * 10_000) / 10_000

/**
 * I1 · Scores an inspection by its template as it stands on a day: a critical item that fails, fails all; an overdue
 * corrective action holds a pass back to conditional. n/a needs a remark and is left out of the weights.
 * @throws BadInput when an item is not the template's, is scored twice, or above its maximum
 */
export function scoreInspection(inspection: Inspection, template: InspectionTemplate, day: Day): InspectionScore {
  const place = `inspection of ${inspection.day}`
  const known = new Map(template.items.map((i) => [i.id, i]))
  const scores = new Map<string, number | 'n/a'>()
  if (!template.modes.includes(inspection.mode))
    throw new BadInput(
      because('template-for-other-mode', { id: template.id, mode: stateWord('inspection', inspection.mode) }),
      {
        place,
        field: 'mode',
      },
    )
  for (const { id, score, remark } of inspection.items) {
    const item = known.get(id)
    if (!item) throw new BadInput(because('no-item-of-template', { id, idA: template.id }), { place, field: 'items' })
    if (scores.has(id)) throw new BadInput(because('item-scored-twice', { id }), { place, field: 'items' })
    if (score === 'n/a' && !remark) throw new BadInput(because('item-needs-remark', { id }), { place, field: 'items' })
    if (score !== 'n/a' && score > item.max)
      throw new BadInput(because('item-above-max', { id, score, max: item.max }), { place, field: 'items' })
    scores.set(id, score)
  }
  const counted = template.items.filter((i) => scores.get(i.id) !== 'n/a')
  const shareOf = (items: readonly InspectionTemplate['items'][number][]) => {
    const weight = items.reduce((sum, i) => sum + i.weight, 0)
    const points = items.reduce((sum, i) => sum + (Number(scores.get(i.id) ?? 0) / i.max) * i.weight, 0)
    return weight === 0 ? 0 : four(points / weight)
  }
  const critical = template.items
    .filter((i) => {
      const score = scores.get(i.id)
      return i.critical && (typeof score !== 'number' || four(score / i.max) < Number(template['critical-below']))
    })
    .map((i) => i.id)
  const overdue = inspection['corrective-actions']
    .filter((a) => !(a.done && a.done <= day) && a.due < day)
    .map((a) => a.item)
  const score = shareOf(counted)
  const passed = score >= Number(template.pass) && overdue.length === 0
  return {
    result: critical.length > 0 || score < Number(template.conditional) ? 'fail' : passed ? 'pass' : 'conditional',
    score,
    critical,
    unscored: template.items.filter((i) => !scores.has(i.id)).map((i) => i.id),
    overdue,
    sections: [...Map.groupBy(counted, (i) => i.section.en).values()].map((items) => ({
      section: items[0]!.section,
      score: shareOf(items),
    })),
  }
}
