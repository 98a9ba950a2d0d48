import { type Offer, offer as offerSchema } from '@haixuan/domain/select/cooperation/offer'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import type { Asked, Done } from '../../platform/commands/command.ts'
import { parseRecord } from '../../platform/commands/parse-record.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { recordedDecided } from '../../platform/http/schemas.ts'
import { because } from '../because.ts'
import { recordProduct } from '../product/record-product.ts'
import { productForUpdate } from '../product/store.ts'
import { shownTerms } from './answer/shown-terms.ts'
import { offerForUpdate, putOffer } from './store.ts'

export const offerParams = z.object({ project: z.string(), product: z.string() })
type Params = z.output<typeof offerParams>

/** Changes the offer of a product and decides its gates again. */
export async function changeOffer(
  asked: Asked<Params, unknown>,
  clause: string,
  next: (before: Offer | undefined, supplier: string) => unknown,
): Promise<Done<z.input<typeof recordedDecided>>> {
  const { now, params: at } = asked
  const project = await projectFor(asked, at.project, 'share')
  const product = await productForUpdate(asked, at.project, at.product)
  const before = await offerForUpdate(asked, at.project, at.product)
  if (before) await checkSeen(asked, at.product, before.version)
  const offer = parseRecord(offerSchema, next(before?.body, product.supplier), 'offer')
  const version = (before?.version ?? 0) + 1
  // an answer stands as long as what the supplier was shown does
  const waits = before?.answer?.hash !== shownTerms(offer).hash
  await putOffer(asked, at.project, { body: offer, version, waits }, now)
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
  const { events, state } = await recordProduct(asked, project, clause, recorded)
  return { events, answer: { id: offer.id, version, state }, version, created: !before }
}

/** The offer that is on record. @throws Problem */
export function recordedOffer(before: Offer | undefined): Offer {
  if (!before) throw new Problem('not-found', { why: because('offer-not-recorded') })
  return before
}
