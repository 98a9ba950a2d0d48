import { addDays, type Day } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { scoreInspection } from '@haixuan/domain/select/supplier/inspection'
import type { SupplierStandard } from '@haixuan/domain/select/supplier/reasons/reason'
import type { Supplier } from '@haixuan/domain/select/supplier/supplier'

/** I1 · The inspections of a supplier scored by their templates as they stand on a day, newest first. */
export function inspectionsOf(supplier: Supplier, known: SupplierStandard, day: Day) {
  return supplier.inspections
    .flatMap((inspection) => {
      const template = known.templates.get(inspection.template)
      if (!template) return []
      const itemOf = (id: string) => ({ id, text: template.items.find((i) => i.id === id)?.text ?? { zh: id, en: id } })
      const about = {
        template: template.id,
        name: template.name,
        day: inspection.day,
        pass: Number(template.pass),
        until: addDays(inspection.day as Day, template['valid-days']) as string,
      }
      try {
        const scored = scoreInspection(inspection, template, day)
        return [
          {
            ...about,
            result: scored.result,
            score: scored.score,
            sections: scored.sections.map((s) => ({ ...s })),
            critical: scored.critical.map(itemOf),
            overdue: scored.overdue.map(itemOf),
          },
        ]
      } catch (error) {
        // a record older than the template as it is now
        if (!(error instanceof BadInput)) throw error
        return [
          {
            ...about,
            result: 'fail' as const,
            score: 0,
            sections: [],
            critical: [],
            overdue: [],
            fault: error.message,
          },
        ]
      }
    })
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}
