import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds that answers took: the middle one and the one in a hundred. */
export type Took = { readonly p50: number; readonly p99: number; readonly perSecond: number }

function tookOf(all: readonly number[], seconds: number): Took {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), perSecond: all.length / seconds }
}

/** `users` people who each ask, read for a second or so, and ask again. */
export async function peopleAsk(
  users: number,
  seconds: number,
  ask: (n: number) => Promise<unknown>,
  thinkMs = 1_000,
): Promise<Took> {
  const took: number[] = []
  const until = performance.now() + seconds * 1_000
  let n = 0
  await Promise.all(
    Array.from({ length: users }, async () => {
      await sleep(Math.random() * thinkMs)
      while (performance.now() < until) {
        const from = performance.now()
        await ask(n++)
        took.push(performance.now() - from)
        await sleep(thinkMs * (0.5 + Math.random()))
      }
    }),
  )
  return tookOf(took, seconds)
}

/** Asks `count` times, `atOnce` at a time, without a pause. */
export async function ask(count: number, atOnce: number, one: (n: number) => Promise<unknown>): Promise<Took> {
  const took: number[] = []
  const began = performance.now()
  let n = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (n < count) {
        const from = performance.now()
        await one(n++)
        took.push(performance.now() - from)
      }
    }),
  )
  return tookOf(took, (performance.now() - began) / 1_000)
}
