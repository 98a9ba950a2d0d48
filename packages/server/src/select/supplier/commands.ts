import { dayOf } from '@haixuan/domain/kernel/day'
import { Refusal } from '@haixuan/domain/kernel/errors'
import {
  authorisation,
  bankAccount,
  beneficialOwner,
  inspection,
  screening,
  supplierDocument,
  supplier as supplierSchema,
} from '@haixuan/domain/select/supplier/supplier'
import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { recorded } from '../../platform/http/schemas.ts'
import { adoptSeller } from './adopt-seller.ts'
import { insertSupplier, parseSupplier } from './store.ts'
import { decideEverywhere, supplierCommand } from './supplier-command.ts'

/** Who the supplier is; what is proven about it is recorded by commands of their own. */
const identity = supplierSchema.pick({
  name: true,
  names: true,
  country: true,
  kind: true,
  address: true,
  addresses: true,
  representative: true,
  contact: true,
  website: true,
  channel: true,
  classes: true,
  numbers: true,
  brands: true,
})

const create = command({
  name: 'supplier.create',
  clause: 'I2',
  roles: ['sourcing', 'selection'],
  path: '/suppliers',
  summary: { zh: '登记供应商', en: 'Record a supplier' },
  params: z.object({}),
  input: identity.extend({
    id: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u)
      .optional(),
  }),
  answer: recorded,
  async run(asked) {
    const { input, now } = asked
    const body = parseSupplier({ ...input, id: input.id ?? `S-${crypto.randomUUID().slice(0, 8)}` })
    await insertSupplier(asked, body, now)
    const adopted = await adoptSeller(asked, body)
    return {
      events: [
        {
          type: 'supplier.changed',
          subject: body.id,
          clause: 'I2',
          supplier: body.id,
          body: { command: asked.command, version: 1, supplier: body },
        },
        ...adopted,
        ...(await decideEverywhere(asked, body.id)),
      ],
      answer: { id: body.id, version: 1 },
      version: 1,
      created: true,
    }
  },
})

const identify = supplierCommand({
  verb: 'identify',
  clause: 'I2',
  roles: ['sourcing', 'supplier'],
  summary: { zh: '更新主体信息', en: 'Change who the supplier is' },
  input: identity,
  change: (s, { input }) => ({ ...s, ...input }),
})

const addDocument = supplierCommand({
  verb: 'add-document',
  clause: 'I2',
  roles: ['sourcing', 'supplier', 'legal'],
  versioned: false,
  summary: {
    zh: '登记证件；同类同号的旧件被替换',
    en: 'Record a document; one of the same type and number is replaced',
  },
  input: supplierDocument,
  change: (s, { input }) => ({
    ...s,
    documents: [...s.documents.filter((d) => d.type !== input.type || d.number !== input.number), input],
  }),
})

const addOwner = supplierCommand({
  verb: 'add-beneficial-owner',
  clause: 'I2',
  roles: ['sourcing', 'legal', 'supplier'],
  versioned: false,
  summary: { zh: '登记受益所有人', en: 'Record a beneficial owner' },
  input: beneficialOwner,
  change: (s, { input }) => ({
    ...s,
    'beneficial-owners': [...s['beneficial-owners'].filter((o) => o.name !== input.name), input],
  }),
})

const addAuthorisation = supplierCommand({
  verb: 'add-authorisation',
  clause: 'I2',
  roles: ['sourcing', 'legal', 'supplier'],
  versioned: false,
  summary: { zh: '登记品牌授权链的一环', en: 'Record a link of a brand authorisation chain' },
  input: authorisation,
  change: (s, { input }) => ({
    ...s,
    authorisations: [
      ...s.authorisations.filter((a) => a.brand !== input.brand || a.from !== input.from || a.to !== input.to),
      input,
    ],
  }),
})

const inspect = supplierCommand({
  verb: 'record-inspection',
  clause: 'I1',
  roles: ['sourcing', 'quality'],
  versioned: false,
  summary: { zh: '记录供应商考察', en: 'Record an inspection' },
  input: inspection.omit({ by: true }),
  change: (s, { input, actor }) => ({ ...s, inspections: [...s.inspections, { ...input, by: actor.name }] }),
})

const closeAction = supplierCommand({
  verb: 'close-corrective-action',
  clause: 'I1',
  roles: ['sourcing', 'quality'],
  versioned: false,
  summary: { zh: '关闭一项整改', en: 'Close a corrective action' },
  input: z.strictObject({ template: z.string(), day: z.string(), item: z.string(), evidence: z.string().min(1) }),
  change(s, { input, now }) {
    let closed = false
    const inspections = s.inspections.map((i) =>
      i.template !== input.template || i.day !== input.day
        ? i
        : {
            ...i,
            'corrective-actions': i['corrective-actions'].map((a) => {
              if (a.item !== input.item || a.done) return a
              closed = true
              return { ...a, done: dayOf(now), evidence: input.evidence }
            }),
          },
    )
    if (!closed) throw new Problem('not-found', { detail: `no open corrective action for ${input.item}` })
    return { ...s, inspections }
  },
})

const screen = supplierCommand({
  verb: 'record-screening',
  clause: 'I2',
  roles: ['legal', 'sourcing'],
  versioned: false,
  summary: { zh: '记录名单筛查与对命中的判断', en: 'Record a screening and what was decided of its hits' },
  input: screening.omit({ 'decided-by': true }),
  change: (s, { input, actor }) => ({
    ...s,
    screenings: [...s.screenings, { ...input, ...(input.decision ? { 'decided-by': actor.name } : {}) }],
  }),
})

const proposeAccount = supplierCommand({
  verb: 'propose-bank-account',
  clause: 'R4',
  roles: ['sourcing', 'finance', 'supplier'],
  versioned: false,
  summary: { zh: '提出收款账户变更，待他人核实', en: 'Propose a payee account, to be verified by others' },
  input: bankAccount.omit({
    'recorded-at': true,
    'recorded-by': true,
    'verified-by': true,
    'verified-at': true,
    'verified-how': true,
    'replaced-at': true,
  }),
  change(s, { input, actor, now }) {
    const today = dayOf(now)
    return {
      ...s,
      'bank-accounts': [
        ...s['bank-accounts'].map((a) => (a['replaced-at'] ? a : { ...a, 'replaced-at': today })),
        { ...input, 'recorded-at': today, 'recorded-by': actor.name },
      ],
    }
  },
})

const verifyAccount = supplierCommand({
  verb: 'verify-bank-account',
  clause: 'R4',
  roles: ['finance', 'legal'],
  versioned: false,
  summary: { zh: '由登记人以外的人核实收款账户', en: 'Verify a payee account, as someone other than who recorded it' },
  input: z.strictObject({ account: z.string().min(1), how: z.enum(['call-back', 'visit', 'bank-letter']) }),
  change(s, { input, actor, now }) {
    const account = s['bank-accounts'].find((a) => a.account === input.account && !a['replaced-at'])
    if (!account) throw new Problem('not-found', { detail: `no account ${input.account} in use` })
    if (account['recorded-by'] === actor.name || account['verified-by']?.includes(actor.name))
      throw new Refusal('an account is verified by someone other than who recorded or verified it before', 'R4', {
        zh: '请由另一人核实',
        en: 'Have another person verify it',
      })
    return {
      ...s,
      'bank-accounts': s['bank-accounts'].map((a) =>
        a === account
          ? {
              ...a,
              'verified-by': [...(a['verified-by'] ?? []), actor.name],
              'verified-at': dayOf(now),
              'verified-how': input.how,
            }
          : a,
      ),
    }
  },
})

const decision = supplierSchema.shape.decision.unwrap()
const decide = supplierCommand({
  verb: 'decide',
  clause: 'I2',
  roles: ['sourcing', 'quality', 'legal'],
  summary: { zh: '签署供应商评定', en: 'Sign the decision on a supplier' },
  input: decision.omit({ by: true, on: true }),
  change: (s, { input, actor, now }) => ({ ...s, decision: { ...input, by: actor.name, on: dayOf(now) } }),
})

export const supplierCommands = [
  create,
  identify,
  addDocument,
  addOwner,
  addAuthorisation,
  inspect,
  closeAction,
  screen,
  proposeAccount,
  verifyAccount,
  decide,
]
