import { bankRule } from '@haixuan/domain/select/supplier/bank-account'
import { documentType } from '@haixuan/domain/select/supplier/documents'
import { checkId, knownKinds, nameOfKind } from '@haixuan/domain/select/supplier/identity'
import { inspectionTemplate } from '@haixuan/domain/select/supplier/inspection'
import { qualificationRow } from '@haixuan/domain/select/supplier/qualification'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { text } from '../../../platform/http/schemas.ts'
import { query } from '../../../platform/queries/query.ts'
import { checkedNumber } from './checked-number.ts'

/** P3 · What the standard knows of suppliers: what forms choose from, and what the matrix asks. */
export const supplierStandard = query({
  name: 'supplier-standard.get',
  path: '/supplier-standard',
  summary: {
    zh: '资质要求：证件类型、号码类型、资质矩阵、账户与筛查规则',
    en: 'Qualification: types of documents and numbers, the matrix, rules of accounts and screening',
  },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    documents: z.array(documentType),
    numbers: z.array(z.object({ kind: z.string().describe('`country kind`'), name: text })),
    rows: z.array(qualificationRow),
    reviewDays: z.int(),
    conditionalDays: z.int(),
    screeningDays: z.int(),
    ownerShare: z.string(),
    notifyBefore: z.array(z.int()),
    bank: bankRule,
    screeningThreshold: z.string().nullable().describe('score from which a name is a hit'),
  }),
  run: async ({ house: { standard } }) => {
    const { qualification: q } = standard
    const screening = (standard as { readonly screening?: { readonly threshold: string } }).screening
    return {
      documents: [...standard.documents.documents],
      numbers: knownKinds().map((kind) => ({ kind, name: nameOfKind(kind) })),
      rows: q.rows,
      reviewDays: q['review-days'],
      conditionalDays: q['conditional-days'],
      screeningDays: q['screening-days'],
      ownerShare: q['owner-share'],
      notifyBefore: q['notify-before'] ?? [],
      bank: q.bank,
      screeningThreshold: screening?.threshold ?? null,
    }
  },
})

/** I1 · Templates of inspections. */
export const inspectionTemplates = query({
  name: 'inspection-template.list',
  path: '/inspection-templates',
  summary: { zh: '供应商考察模板', en: 'Templates of inspections' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({}),
  answer: z.object({ rows: z.array(inspectionTemplate) }),
  run: async ({ house }) => ({ rows: [...house.standard.inspections.templates] }),
})

/** I2 · One number, checked and worked out, before anything is recorded. */
export const checkNumber = query({
  name: 'identity.check',
  path: '/identity-check',
  summary: {
    zh: '校验一个登记号码：算法、计算过程、应有与实有的校验位',
    en: 'Check an identity number: the algorithm, what was computed, the check digit due and given',
  },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({
    kind: z.enum(knownKinds() as [string, ...string[]]).describe('`country kind`'),
    number: z.string().min(1).max(100),
  }),
  answer: checkedNumber,
  run: async ({ query: { kind: asked, number } }) => {
    const [country = '', kind = ''] = asked.split(' ')
    const { reason: _, ...found } = checkId(country, kind, number)
    return { ...found, country, number } as z.input<typeof checkedNumber>
  },
})
