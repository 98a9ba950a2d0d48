import { Refusal } from '@haixuan/domain/kernel/errors'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { recordedDecided } from '../../platform/http/schemas.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { because } from '../because.ts'
import { changeOffer, offerParams as params, recordedOffer } from './change-offer.ts'

export const askDeviation = command({
  name: 'offer.ask-deviation',
  clause: 'P4',
  roles: ['sourcing', 'legal'],
  path: '/projects/:project/products/:product/offer/ask-deviation',
  summary: { zh: '申请偏离合同条款', en: 'Ask for a deviation from the clause library' },
  params,
  input: z.strictObject({ clause: z.string().min(1), reason: z.string().min(10) }),
  answer: recordedDecided,
  run: (asked) =>
    changeOffer(asked, 'P4', (before) => {
      const { offer, contract } = withContract(before)
      const deviations = contract.deviations.filter((d) => d.clause !== asked.input.clause)
      return {
        ...offer,
        contract: { ...contract, deviations: [...deviations, { ...asked.input, 'asked-by': asked.actor.name }] },
      }
    }),
})

export const approveDeviation = command({
  name: 'offer.approve-deviation',
  clause: 'P4',
  roles: ['legal'],
  path: '/projects/:project/products/:product/offer/approve-deviation',
  summary: { zh: '由申请人以外的法务批准偏离', en: 'Approve a deviation, as someone other than who asked' },
  params,
  input: z.strictObject({ clause: z.string().min(1) }),
  answer: recordedDecided,
  run: (asked) =>
    changeOffer(asked, 'P4', (before) => {
      const { offer, contract } = withContract(before)
      const deviation = contract.deviations.find((d) => d.clause === asked.input.clause)
      if (!deviation)
        throw new Problem('not-found', { why: because('no-deviation-asked', { clause: asked.input.clause }) })
      if (deviation['asked-by'] === asked.actor.name)
        throw new Refusal(because('deviation-second-person'), 'P4', {
          zh: '请由另一人批准',
          en: 'Have another person approve it',
        })
      const approved = { ...deviation, 'approved-by': asked.actor.name, day: dayHere(asked.house, asked.now) }
      return {
        ...offer,
        contract: { ...contract, deviations: contract.deviations.map((d) => (d === deviation ? approved : d)) },
      }
    }),
})

function withContract(before: Offer | undefined) {
  const offer = recordedOffer(before)
  if (!offer.contract) throw new Problem('not-found', { why: because('no-contract') })
  return { offer, contract: offer.contract }
}
