import { onAir, type Show, upNext } from '@haixuan/domain/supervise/live/show'
import { z } from 'zod'

export const liveParams = z.object({ project: z.string() })
const airing = z.object({ slot: z.int(), product: z.string() }).nullable()

/** What a desk has to know at once: the version to go on from, and who is on air. */
export const onDesk = z.object({ version: z.int(), onAir: airing, next: airing })

export const deskOf = (version: number, show: Show, mayAir: (product: string) => boolean): z.input<typeof onDesk> => {
  const brief = (s: Show[number] | undefined) => (s ? { slot: s.slot, product: s.product } : null)
  return { version, onAir: brief(onAir(show)), next: brief(upNext(show, mayAir)) }
}
