import type { Day } from '@haixuan/domain/kernel/day'
import { scoreInspection } from '@haixuan/domain/select/supplier/inspection'
import { inspection, type Supplier } from '@haixuan/domain/select/supplier/supplier'
import { z } from 'zod'
import { Problem } from '../../../platform/http/problem.ts'
import { dayHere } from '../../../platform/settings/day-here.ts'
import { because } from '../../because.ts'
import { supplierCommand } from '../supplier-command.ts'

const record = supplierCommand({
  verb: 'record-inspection',
  clause: 'I1',
  roles: ['sourcing', 'quality'],
  versioned: false,
  summary: {
    zh: '记录供应商考察或复查：逐项评分、照片与整改要求',
    en: 'Record an inspection or a re-inspection: scores, photos, corrective actions',
  },
  input: inspection.omit({ by: true }),
  change(s, { input, actor, now, house }) {
    const template = house.standard.inspections.templates.find((t) => t.id === input.template)
    if (!template)
      throw new Problem('bad-input', {
        field: 'template',
        why: because('no-inspection-template', { template: input.template }),
      })
    if (input.day > dayHere(house, now))
      throw new Problem('bad-input', { field: 'day', why: because('inspection-in-future') })
    const made = { ...input, by: actor.name }
    scoreInspection(made, template, input.day as Day)
    if (s.inspections.some((i) => i.template === made.template && i.day === made.day && i.by === made.by))
      throw new Problem('already-exists', {
        why: because('inspection-exists', { template: made.template, day: made.day }),
      })
    return { ...s, inspections: [...s.inspections, made] }
  },
})

type Action = Supplier['inspections'][number]['corrective-actions'][number]
const ofAction = z.strictObject({ template: z.string(), day: z.string(), item: z.string() })

/** The record with one open corrective action changed. @throws Problem when there is none */
function changeAction(s: Supplier, of: z.output<typeof ofAction>, change: (action: Action) => Action): Supplier {
  let found = false
  const inspections = s.inspections.map((i) =>
    i.template !== of.template || i.day !== of.day
      ? i
      : {
          ...i,
          'corrective-actions': i['corrective-actions'].map((a) => {
            if (a.item !== of.item || a.done) return a
            found = true
            return change(a)
          }),
        },
  )
  if (!found) throw new Problem('not-found', { why: because('no-corrective-action', { item: of.item }) })
  return { ...s, inspections }
}

const answerAction = supplierCommand({
  verb: 'answer-corrective-action',
  clause: 'I1',
  roles: ['supplier', 'sourcing'],
  versioned: false,
  summary: { zh: '答复一项整改：做了什么，附证据', en: 'Answer a corrective action: what was done, with evidence' },
  input: ofAction.extend({ text: z.string().trim().min(1).max(4000), evidence: z.string().min(1).optional() }),
  change: (s, { input: { text, evidence, ...of }, actor, now, house }) =>
    changeAction(s, of, (a) => ({
      ...a,
      answer: { text, by: actor.name, on: dayHere(house, now), ...(evidence ? { evidence } : {}) },
    })),
})

const closeAction = supplierCommand({
  verb: 'close-corrective-action',
  clause: 'I1',
  roles: ['sourcing', 'quality'],
  versioned: false,
  summary: { zh: '关闭一项整改', en: 'Close a corrective action' },
  input: ofAction.extend({ evidence: z.string().min(1) }),
  change: (s, { input: { evidence, ...of }, now, house }) =>
    changeAction(s, of, (a) => ({ ...a, done: dayHere(house, now), evidence })),
})

export const inspectionCommands = [record, answerAction, closeAction]
