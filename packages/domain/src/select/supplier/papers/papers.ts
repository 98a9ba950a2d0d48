import { addDays, type Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/errors.ts'
import { type Validity, validityOf } from '../documents.ts'
import { listName } from '../lists/list-names.ts'
import type { SupplierStandard } from '../reasons/reason.ts'
import type { Supplier } from '../supplier.ts'

export const PAPER_KINDS = ['document', 'authorisation', 'inspection', 'screening', 'decision', 'certificate'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** Something a supplier's standing rests on, with the last day it holds. */
export type Paper = {
  readonly kind: PaperKind
  /** the same paper, renewed or not, has the same id */
  readonly id: string
  readonly name: Text
  readonly until: Day
}

/** The one of each id that holds longest: a renewed paper puts the former aside. */
const longest = (papers: readonly Paper[]): Paper[] =>
  [...Map.groupBy(papers, (p) => `${p.kind} ${p.id}`).values()].map((same) =>
    same.reduce((a, b) => (b.until > a.until ? b : a)),
  )

/**
 * I2, S2 · The papers of a supplier that lapse: documents, links of authorisation, inspections, screenings, the decision;
 * of each the one that holds longest, first the one that lapses first.
 */
export function papersOf(supplier: Supplier, standard: SupplierStandard, screeningDays: number): readonly Paper[] {
  const papers: Paper[] = []
  const add = (kind: PaperKind, id: string, name: Text, until: Validity['until']) => {
    if (until !== undefined) papers.push({ kind, id, name, until })
  }
  for (const d of supplier.documents) {
    const type = standard.documents.get(d.type)
    // what of validity hangs on the day does not matter here, its end does
    const { until } = validityOf(d, type, (d.issued ?? '1970-01-01') as Day)
    add('document', d.type, type?.name ?? { zh: d.type, en: d.type }, until)
  }
  for (const a of supplier.authorisations)
    add(
      'authorisation',
      `${a.brand} · ${a.from} → ${a.to}`,
      { zh: `${a.brand} 授权书（${a.from} → ${a.to}）`, en: `authorisation of ${a.brand} (${a.from} → ${a.to})` },
      a.expires as Day | undefined,
    )
  for (const i of supplier.inspections) {
    const template = standard.templates.get(i.template)
    if (template) add('inspection', i.template, template.name, addDays(i.day as Day, template['valid-days']))
  }
  for (const s of supplier.screenings.filter((s) => !s.withdrawn))
    add(
      'screening',
      s.list,
      { zh: `${listName(s.list).zh}的筛查`, en: `screening against the ${listName(s.list).en}` },
      addDays(s.on as Day, screeningDays),
    )
  const { decision } = supplier
  if (decision && decision.result !== 'rejected')
    add(
      'decision',
      decision.result,
      { zh: '资格决定', en: 'qualification decision' },
      decision.lapses as Day | undefined,
    )
  return longest(papers).sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0))
}
