/** How many slips of the pen a word of so many letters may have and still be taken for another. */
export const slipsFor = (length: number): number => (length <= 2 ? 0 : length <= 3 ? 1 : 2)

const WIDTH = 32
const rows = [new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1)]

/**
 * Letters to insert, delete, change or swap with their neighbour to make `b` of `a` (optimal string alignment), or
 * `most + 1` when more. Words are cut at 32 letters.
 */
export function slips(a: string, b: string, most: number): number {
  const m = Math.min(a.length, WIDTH)
  const n = Math.min(b.length, WIDTH)
  if (Math.abs(m - n) > most) return most + 1
  let [before, above, here] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= n; j++) above[j] = j
  for (let i = 1; i <= m; i++) {
    const c = a.charCodeAt(i - 1)
    const p = i > 1 ? a.charCodeAt(i - 2) : -1
    here[0] = i
    let best = i
    for (let j = 1; j <= n; j++) {
      const d = b.charCodeAt(j - 1)
      let cost = above[j - 1]! + (c === d ? 0 : 1)
      const up = above[j]! + 1
      if (up < cost) cost = up
      const left = here[j - 1]! + 1
      if (left < cost) cost = left
      if (j > 1 && p === d && c === b.charCodeAt(j - 2)) {
        const swapped = before[j - 2]! + 1
        if (swapped < cost) cost = swapped
      }
      here[j] = cost
      if (cost < best) best = cost
    }
    if (best > most) return most + 1
    const spare = before
    before = above
    above = here
    here = spare
  }
  return above[n]! > most ? most + 1 : above[n]!
}
