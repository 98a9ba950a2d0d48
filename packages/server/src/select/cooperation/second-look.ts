import { Refusal } from '@haixuan/domain/kernel/errors'
import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { recordedDecided } from '../../platform/http/schemas.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { because } from '../because.ts'
import { changeOffer, offerParams as params, recordedOffer } from './change-offer.ts'

export const verifyPayee = command({
  name: 'offer.verify-payee',
  clause: 'I8',
  roles: ['finance'],
  path: '/projects/:project/products/:product/offer/verify-payee',
  summary: {
    zh: '由登记人以外的财务核实收款人',
    en: 'Verify who is paid, as someone in finance other than who recorded them',
  },
  params,
  input: z.strictObject({ holder: z.string().min(1).describe('as it is on record, so that no other is verified') }),
  answer: recordedDecided,
  run: (asked) =>
    changeOffer(asked, 'I8', (before) => {
      const offer = recordedOffer(before)
      const { payee } = offer.settlement
      if (!payee) throw new Problem('not-found', { why: because('no-payee') })
      if (payee.holder !== asked.input.holder)
        throw new Problem('bad-input', { field: 'holder', why: because('payee-other', { holder: payee.holder }) })
      if (payee['recorded-by'] === asked.actor.name)
        throw new Refusal(because('payee-second-person'), 'I8', {
          zh: '请由另一名财务人员核实',
          en: 'Have another person in finance verify them',
        })
      const verified = { ...payee, 'verified-by': asked.actor.name, 'verified-on': dayHere(asked.house, asked.now) }
      return { ...offer, settlement: { ...offer.settlement, payee: verified } }
    }),
})

export const acknowledgeRestriction = command({
  name: 'offer.acknowledge-restriction',
  clause: 'I7',
  roles: ['quality'],
  path: '/projects/:project/products/:product/offer/acknowledge-restriction',
  summary: {
    zh: '质量人员确认受限货物的运输条件及其证明',
    en: 'Acknowledge a restriction on goods, with the proof that it is met',
  },
  params,
  input: z.strictObject({ restriction: z.string().min(1), evidence: z.string().min(1) }),
  answer: recordedDecided,
  run: (asked) =>
    changeOffer(asked, 'I7', (before) => {
      const offer = recordedOffer(before)
      const { input, actor, house } = asked
      const { mode, acknowledged } = offer.delivery
      const restriction = house.standard.delivery.restrictions.find((r) => r.id === input.restriction)
      if (!restriction?.modes.includes(mode))
        throw new Problem('bad-input', {
          field: 'restriction',
          why: because('no-restriction-of-mode', { restriction: input.restriction, mode }),
        })
      if (restriction.outcome === 'forbidden')
        throw new Refusal(because('not-in-this-mode', { title: restriction.title }), 'I7', {
          zh: '请改用其他配送方式',
          en: 'Choose another way of delivery',
        })
      const others = acknowledged.filter((a) => a.restriction !== input.restriction)
      const all = [...others, { ...input, by: actor.name }]
      return { ...offer, delivery: { ...offer.delivery, acknowledged: all } }
    }),
})
