import { nameOfKind } from '@haixuan/domain/select/supplier/identity'
import { requirementsFor } from '@haixuan/domain/select/supplier/qualification'
import { SUPPLIER_KINDS } from '@haixuan/domain/select/supplier/supplier'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { tighteningOf } from './check-plan.ts'

const need = z.enum(['must', 'should'])
const asked = {
  anyOf: z.array(z.object({ id: z.string(), name: text })),
  need,
  row: z.string().describe('of the matrix; `plan` when the plan adds it'),
}

/** P3 · What a supplier must show under a plan, by its country, its kind and the classes it supplies. */
export const requirements = query({
  name: 'project.requirements',
  path: '/projects/:project/requirements',
  summary: { zh: '某类供应商在本方案下须具备的资质', en: 'What a supplier must show under this plan' },
  params: z.object({ project: z.string() }),
  query: z.object({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .default('CN'),
    kind: z.enum(SUPPLIER_KINDS).default('manufacturer'),
    class: z.string().optional().describe('classes it supplies, with commas between'),
  }),
  answer: z.object({
    documents: z.array(z.object(asked)),
    numbers: z.array(z.object(asked)),
    inspections: z.array(z.object({ ...asked, minScore: z.number(), onSite: z.boolean() })),
    reviewDays: z.int(),
    conditionalDays: z.int(),
    screeningDays: z.int(),
    ownerShare: z.number(),
    coolingOffDays: z.int(),
  }),
  async run({ tx, actor, params, query: of, house: { standard } }) {
    const project = await tx
      .selectFrom('project')
      .select('plan')
      .where('org_id', '=', actor.org)
      .where('id', '=', params.project)
      .executeTakeFirst()
    if (!project) throw new Problem('not-found', { why: missing('project', params.project) })
    const classes = of.class?.split(',').filter(Boolean) ?? []
    const found = requirementsFor(of, classes, standard.qualification, tighteningOf(project.plan))
    const documents = new Map(standard.documents.documents.map((d) => [d.id, d.name]))
    const templates = new Map(standard.inspections.templates.map((t) => [t.id, t.name]))
    const named = (ids: readonly string[], names: ReadonlyMap<string, z.output<typeof text>>) =>
      ids.map((id) => ({ id, name: names.get(id) ?? { zh: id, en: id } }))
    return {
      documents: found.documents.map((d) => ({ ...d, anyOf: named(d.anyOf, documents) })),
      numbers: found.numbers.map((n) => ({ ...n, anyOf: n.anyOf.map((id) => ({ id, name: { ...nameOfKind(id) } })) })),
      inspections: found.inspections.map((i) => ({ ...i, anyOf: named(i.anyOf, templates) })),
      reviewDays: found.reviewDays,
      conditionalDays: found.conditionalDays,
      screeningDays: found.screeningDays,
      ownerShare: found.ownerShare,
      coolingOffDays: found.bank['cooling-off-days'],
    }
  },
})
