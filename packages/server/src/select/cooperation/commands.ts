import { Refusal } from '@haixuan/domain/kernel/errors'
import { type Offer, offer as offerSchema } from '@haixuan/domain/select/cooperation/offer'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import { type Asked, command, type Done } from '../../platform/commands/command.ts'
import { parseRecord } from '../../platform/commands/parse-record.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { Problem } from '../../platform/http/problem.ts'
import { recordedDecided } from '../../platform/http/schemas.ts'
import { recordProduct } from '../product/record-product.ts'
import { productForUpdate } from '../product/store.ts'
import { offerForUpdate, putOffer } from './store.ts'

const params = z.object({ project: z.string(), product: z.string() })
type Params = z.output<typeof params>

/** What people agree on; deviations from the clause library are asked for and approved by commands of their own (P4). */
const written = offerSchema
  .omit({ id: true, product: true, supplier: true })
  .extend({ contract: offerSchema.shape.contract.unwrap().omit({ deviations: true }).optional() })

const agree = command({
  name: 'offer.agree',
  clause: 'I6',
  roles: ['sourcing', 'finance'],
  method: 'PUT',
  path: '/projects/:project/products/:product/offer',
  versioned: false,
  summary: {
    zh: '登记合作条件：定价、配送、结算、合同、退换货',
    en: 'Record the terms: pricing, delivery, settlement, contract, returns',
  },
  params,
  input: written,
  answer: recordedDecided,
  run: (asked) =>
    change(asked, (before, supplier) => {
      const { contract, ...terms } = asked.input
      return {
        ...terms,
        ...(contract ? { contract: { ...contract, deviations: before?.contract?.deviations ?? [] } } : {}),
        id: before?.id ?? `OFFER-${asked.params.product}`,
        product: asked.params.product,
        supplier,
      }
    }),
})

const askDeviation = command({
  name: 'offer.ask-deviation',
  clause: 'P4',
  roles: ['sourcing', 'legal'],
  path: '/projects/:project/products/:product/offer/ask-deviation',
  summary: { zh: '申请偏离合同条款', en: 'Ask for a deviation from the clause library' },
  params,
  input: z.strictObject({ clause: z.string().min(1), reason: z.string().min(10) }),
  answer: recordedDecided,
  run: (asked) =>
    change(asked, (before) => {
      const { offer, contract } = withContract(before)
      const deviations = contract.deviations.filter((d) => d.clause !== asked.input.clause)
      return {
        ...offer,
        contract: { ...contract, deviations: [...deviations, { ...asked.input, 'asked-by': asked.actor.name }] },
      }
    }),
})

const approveDeviation = command({
  name: 'offer.approve-deviation',
  clause: 'P4',
  roles: ['legal'],
  path: '/projects/:project/products/:product/offer/approve-deviation',
  summary: { zh: '由申请人以外的法务批准偏离', en: 'Approve a deviation, as someone other than who asked' },
  params,
  input: z.strictObject({ clause: z.string().min(1) }),
  answer: recordedDecided,
  run: (asked) =>
    change(asked, (before) => {
      const { offer, contract } = withContract(before)
      const deviation = contract.deviations.find((d) => d.clause === asked.input.clause)
      if (!deviation) throw new Problem('not-found', { detail: `no deviation from ${asked.input.clause} is asked for` })
      if (deviation['asked-by'] === asked.actor.name)
        throw new Refusal('a deviation is approved by someone other than who asked for it', 'P4', {
          zh: '请由另一人批准',
          en: 'Have another person approve it',
        })
      const approved = { ...deviation, 'approved-by': asked.actor.name, day: asked.now.slice(0, 10) as never }
      return {
        ...offer,
        contract: { ...contract, deviations: contract.deviations.map((d) => (d === deviation ? approved : d)) },
      }
    }),
})

function withContract(offer: Offer | undefined) {
  if (!offer) throw new Problem('not-found', { detail: 'no offer is on record' })
  if (!offer.contract) throw new Problem('not-found', { detail: 'the offer has no contract' })
  return { offer, contract: offer.contract }
}

/** Changes the offer of a product and decides its gates again. */
async function change(
  asked: Asked<Params, unknown>,
  next: (before: Offer | undefined, supplier: string) => unknown,
): Promise<Done<z.input<typeof recordedDecided>>> {
  const { now, params: at } = asked
  const project = await projectFor(asked, at.project, 'share')
  const product = await productForUpdate(asked, at.project, at.product)
  const before = await offerForUpdate(asked, at.project, at.product)
  if (before) await checkSeen(asked, at.product, before.version)
  const offer = parseRecord(offerSchema, next(before?.body, product.supplier), 'offer')
  const version = (before?.version ?? 0) + 1
  await putOffer(asked, at.project, offer, version, now)
  const { supplier, listing, facts } = product
  const recorded = {
    id: at.product,
    project: at.project,
    supplier,
    listing,
    facts,
    offer,
    command: asked.command,
    version,
  }
  const { events, state } = await recordProduct(asked, project, 'I6', recorded)
  return { events, answer: { id: offer.id, version, state }, version, created: !before }
}

export const cooperationCommands = [agree, askDeviation, approveDeviation]
