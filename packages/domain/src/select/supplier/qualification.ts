import { z } from 'zod'
import { isClass } from '../../gate/binding.ts'
import { bilingual, source } from '../../gate/rule.ts'
import { BadInput } from '../../kernel/errors.ts'
import { bankRule } from './bank-account.ts'
import { because } from './because.ts'
import { SUPPLIER_KINDS, type Supplier } from './supplier.ts'

const id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
const country = z.string().regex(/^[A-Z]{2}$/)
const share = z.string().regex(/^(0?\.\d+|0|1(\.0+)?)$/, 'a share of 1 in quotes, such as "0.80"')
/** must = without it not qualified; should = without it only conditionally */
const need = z.enum(['must', 'should'])
const asked = {
  /** documents: any one of these types of documents.yaml */
  documents: z.array(z.strictObject({ 'any-of': z.array(id).min(1), need })).default([]),
  /** identity numbers: any one of these kinds, as `cn uscc` */
  numbers: z
    .array(z.strictObject({ 'any-of': z.array(z.string().regex(/^[a-z]{2,3} [a-z0-9_]+$/)).min(1), need }))
    .default([]),
  /** an inspection by any one of these templates of inspections.yaml */
  inspection: z
    .strictObject({
      'any-of': z.array(id).min(1),
      need,
      /** asked beyond the template's own pass */
      'min-score': share.optional(),
      'on-site': z.boolean().optional(),
    })
    .optional(),
}

/** A row of the qualification matrix (P3): for whom, and what it asks. Every given part of `applies` must hold. */
export const qualificationRow = z.strictObject({
  id,
  title: bilingual,
  applies: z
    .strictObject({
      country: z
        .strictObject({ in: z.array(country).min(1).optional(), not: z.array(country).min(1).optional() })
        .optional(),
      kind: z.array(z.enum(SUPPLIER_KINDS)).min(1).optional(),
      class: z.array(id).min(1).optional(),
    })
    .optional(),
  ...asked,
  source,
})
export type QualificationRow = z.infer<typeof qualificationRow>

/** qualification.yaml: the matrix, and the periods and rules that hold for every supplier. */
export const qualificationFile = z.strictObject({
  /** days after which a decision is made again */
  'review-days': z.int().positive(),
  /** days after which a conditional decision lapses */
  'conditional-days': z.int().positive(),
  /** days after which a screening is stale */
  'screening-days': z.int().positive(),
  /** how many days before a paper lapses people are told */
  'notify-before': z.array(z.int().nonnegative()).min(1).optional(),
  /** owners from this share on are named and screened */
  'owner-share': share,
  bank: bankRule,
  rows: z.array(qualificationRow).min(1),
})
export type QualificationMatrix = z.infer<typeof qualificationFile>

/** What a plan asks beyond the matrix (P3): it can add and shorten, never take away. */
export const tightening = z.strictObject({
  documents: asked.documents,
  numbers: asked.numbers,
  inspection: asked.inspection,
  'review-days': z.int().positive().optional(),
  'conditional-days': z.int().positive().optional(),
  'screening-days': z.int().positive().optional(),
  'cooling-off-days': z.int().nonnegative().optional(),
  'min-score': share.optional(),
  /** what the matrix only asks for if possible becomes a must */
  'should-is-must': z.boolean().default(false),
})
export type Tightening = z.infer<typeof tightening>

type Need = z.infer<typeof need>
type Choice = { readonly anyOf: readonly string[]; readonly need: Need; readonly row: string }
export type Requirements = {
  readonly documents: readonly Choice[]
  readonly numbers: readonly Choice[]
  readonly inspections: readonly (Choice & { readonly minScore: number; readonly onSite: boolean })[]
  readonly reviewDays: number
  readonly conditionalDays: number
  readonly screeningDays: number
  readonly ownerShare: number
  readonly bank: QualificationMatrix['bank']
}

const PLAN = 'plan'

function binds(
  row: QualificationRow,
  supplier: Pick<Supplier, 'country' | 'kind'>,
  classes: readonly string[],
): boolean {
  const a = row.applies
  if (a?.country?.in && !a.country.in.includes(supplier.country)) return false
  if (a?.country?.not?.includes(supplier.country)) return false
  if (a?.kind && !a.kind.includes(supplier.kind)) return false
  return !a?.class || a.class.some((wanted) => classes.some((c) => isClass(c, wanted)))
}

/** Choices of the same things become one; must wins over should, and the first row that says so is named. */
function merge<C extends Choice>(choices: readonly C[], both: (a: C, b: C) => C): readonly C[] {
  const byThings = new Map<string, C>()
  for (const c of choices) {
    const key = c.anyOf.toSorted().join('|')
    const known = byThings.get(key)
    byThings.set(key, known ? both(known, c) : c)
  }
  return [...byThings.values()]
}
const stricter = <C extends Choice>(a: C, b: C): C => (a.need === 'should' && b.need === 'must' ? b : a)

/** The shorter of two periods; a plan that asks for a longer one loosens, which it may not. */
function notLonger(field: keyof Tightening, standard: number, wanted: number | undefined): number {
  if (wanted === undefined) return standard
  if (wanted > standard)
    throw new BadInput(because('looser-than-standard', { wanted, standard }), {
      place: 'qualification-tightening',
      field,
    })
  return wanted
}

/**
 * P3 · What a supplier must show, by country, kind and the classes it supplies, after the plan's tightening.
 * @throws BadInput when the tightening would loosen the matrix
 */
export function requirementsFor(
  supplier: Pick<Supplier, 'country' | 'kind'>,
  classes: readonly string[],
  matrix: QualificationMatrix,
  tighter?: Tightening,
): Requirements {
  const rows = matrix.rows.filter((row) => binds(row, supplier, classes))
  const sources = [...rows.map((row) => ({ ...row, row: row.id })), ...(tighter ? [{ ...tighter, row: PLAN }] : [])]
  const must = (n: Need): Need => (tighter?.['should-is-must'] ? 'must' : n)
  const floor = Number(tighter?.['min-score'] ?? 0)
  const cooling = matrix.bank['cooling-off-days']
  const wantedCooling = tighter?.['cooling-off-days']
  if (wantedCooling !== undefined && wantedCooling < cooling)
    throw new BadInput(because('looser-than-standard', { wanted: wantedCooling, standard: cooling }), {
      place: 'qualification-tightening',
      field: 'cooling-off-days',
    })
  return {
    documents: merge(
      sources.flatMap((s) => s.documents.map((d) => ({ anyOf: d['any-of'], need: must(d.need), row: s.row }))),
      stricter,
    ),
    numbers: merge(
      sources.flatMap((s) => s.numbers.map((n) => ({ anyOf: n['any-of'], need: must(n.need), row: s.row }))),
      stricter,
    ),
    inspections: merge(
      sources.flatMap(({ inspection: i, row }) =>
        i
          ? [
              {
                anyOf: i['any-of'],
                need: must(i.need),
                row,
                minScore: Math.max(floor, Number(i['min-score'] ?? 0)),
                onSite: i['on-site'] ?? false,
              },
            ]
          : [],
      ),
      (a, b) => ({ ...stricter(a, b), minScore: Math.max(a.minScore, b.minScore), onSite: a.onSite || b.onSite }),
    ),
    reviewDays: notLonger('review-days', matrix['review-days'], tighter?.['review-days']),
    conditionalDays: notLonger('conditional-days', matrix['conditional-days'], tighter?.['conditional-days']),
    screeningDays: notLonger('screening-days', matrix['screening-days'], tighter?.['screening-days']),
    ownerShare: Number(matrix['owner-share']),
    bank: wantedCooling === undefined ? matrix.bank : { ...matrix.bank, 'cooling-off-days': wantedCooling },
  }
}
