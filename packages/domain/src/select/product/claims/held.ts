import type { Day } from '../../../kernel/day.ts'
import type { ClaimHit } from './claim-hit.ts'

/** Evidence recorded for a claim: the words it carries, its type of evidence.yaml, and the last day it holds. */
export type Held = { readonly words: string; readonly type: string; readonly expires?: string | undefined }

/** Whether evidence holds on a day: it does through the last of its own. */
export const holdsOn =
  (day: Day) =>
  ({ expires }: Held): boolean =>
    expires === undefined || day <= expires

/** R3 · Whether evidence carries a claim: it is of the type the claim needs, and recorded for these words. */
export const carries = ({ words, type }: Held, claim: Pick<ClaimHit, 'needs' | 'words'>): boolean =>
  type === claim.needs && same(words).includes(same(claim.words))

const same = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
