import {
  authorisation,
  beneficialOwner,
  supplierDocument,
  supplier as supplierSchema,
} from '@haixuan/domain/select/supplier/supplier'
import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { recorded } from '../../platform/http/schemas.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { because } from '../because.ts'
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
  change: (s, { input }) => {
    if (input.issued !== undefined && input.expires !== undefined && input.expires < input.issued)
      throw new Problem('bad-input', { field: 'expires', why: because('ends-before-issued') })
    return {
      ...s,
      documents: [...s.documents.filter((d) => d.type !== input.type || d.number !== input.number), input],
    }
  },
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

const decision = supplierSchema.shape.decision.unwrap()
const decide = supplierCommand({
  verb: 'decide',
  clause: 'I2',
  roles: ['sourcing', 'quality', 'legal'],
  summary: { zh: '签署供应商评定', en: 'Sign the decision on a supplier' },
  input: decision.omit({ by: true, on: true }),
  change: (s, { input, actor, now, house }) => ({
    ...s,
    decision: { ...input, by: actor.name, on: dayHere(house, now) },
  }),
})

/** Who a supplier is, and what is proven of it. */
export const recordCommands = [create, identify, addDocument, addOwner, addAuthorisation, decide]
