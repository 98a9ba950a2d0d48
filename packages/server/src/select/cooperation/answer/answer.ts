import { TERMS_PARTS } from '@haixuan/domain/select/cooperation/supplier-terms'
import { z } from 'zod'
import { projectFor } from '../../../plan/project/store.ts'
import { command } from '../../../platform/commands/command.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { because } from '../../because.ts'
import { offerParams } from '../change-offer.ts'
import { offerForUpdate } from '../store.ts'
import { recordAnswer } from './record-answer.ts'
import { PARTS, partHashes, shownTerms } from './shown-terms.ts'
import { answerOf, supplierAnswer } from './supplier-answer.ts'

/** I6–I8 · The supplier's own yes or no, to exactly the terms it was shown. */
export const answer = command({
  name: 'offer.answer',
  clause: 'I8',
  roles: ['supplier'],
  path: '/projects/:project/products/:product/offer/answer',
  summary: {
    zh: '供应商同意或不同意所见的合作条件',
    en: 'The supplier agrees to the terms it was shown, or says why not',
  },
  params: offerParams,
  input: z.strictObject({
    parts: partHashes.describe('as `offer.terms` gave them: what the answer is to'),
    agrees: z.boolean(),
    note: z.string().trim().min(1).max(1000).optional().describe('why not; needed with a no'),
  }),
  answer: supplierAnswer,
  async run(asked) {
    const { actor, params: at, input } = asked
    // an owner may do what anyone of the house may, and this is not the house's to say
    if (actor.supplier === undefined) throw new Problem('not-allowed', { why: because('answer-of-supplier') })
    await projectFor(asked, at.project, 'share')
    const offer = await offerForUpdate(asked, at.project, at.product)
    if (offer?.supplier_id !== actor.supplier) throw new Problem('not-found', { why: because('offer-not-recorded') })
    const shown = shownTerms(offer.body)
    const other = PARTS.filter((part) => shown.parts[part] !== input.parts[part])
    if (other.length > 0)
      throw new Problem('stale', {
        why: because('terms-other-than-seen', { parts: other.map((part) => TERMS_PARTS[part]) }),
        clause: 'I8',
        changed: other,
      })
    if (!input.agrees && input.note === undefined)
      throw new Problem('bad-input', { field: 'note', why: because('reason-of-no') })
    const before = offer.answer?.hash === shown.hash ? offer.answer : undefined
    if (before?.agrees && !input.agrees)
      throw new Problem('refused', { why: because('terms-agreed', { day: before.at.slice(0, 10) }), clause: 'I8' })
    // said already: nothing new to record
    if (before && before.agrees === input.agrees && before.note === input.note)
      return { events: [], answer: answerOf({ answer: before, waits: false })! }
    return recordAnswer(asked, { hash: shown.hash, supplier: offer.supplier_id, version: offer.version })
  },
})
