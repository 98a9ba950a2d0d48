import { money } from '../../src/kernel/money.ts'
import type { Candidate } from '../../src/select/lineup/candidate.ts'

type Given = Partial<Omit<Candidate, 'price' | 'margin'>> & { price?: number; margin?: number }

/** A released product in EUR with plain figures, changed where given; price and margin in cents. */
export const product = (id: string, { price = 1_000, margin = 500, ...given }: Given = {}): Candidate => ({
  id,
  title: id,
  roles: [{ role: 'regular', score: 50 }],
  units: 10,
  themeFit: 0.5,
  released: true,
  ...given,
  price: money(price, 'EUR'),
  margin: money(margin, 'EUR'),
})

/** Many products from a fixed linear congruential sequence (Numerical Recipes' constants): the same on every machine. */
export function assorted(count: number, seed: number): Candidate[] {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const upTo = (n: number) => Math.floor(next() * n)
  const roles = ['traffic', 'profit', 'welfare', 'hero', 'image', 'regular', 'gift', 'trial'] as const
  return Array.from({ length: count }, (_, at) => {
    const price = 300 + Math.round(next() ** 3 * 20_000)
    const first = upTo(8)
    const own = [roles[first], roles[(first + 1 + upTo(7)) % 8]].slice(0, 1 + upTo(2)) as (typeof roles)[number][]
    return product(`p${String(at).padStart(6, '0')}`, {
      roles: own.map((role) => ({ role, score: upTo(101) })),
      class: `class-${Math.floor(next() ** 2 * 40)}`,
      supplier: `supplier-${upTo(Math.max(2, count / 20))}`,
      brand: `brand-${upTo(Math.max(2, count / 10))}`,
      price,
      margin: Math.round(price * (next() * 0.7 - 0.1)),
      units: 1 + upTo(80),
      stock: upTo(200),
      themeFit: upTo(101) / 100,
      released: next() < 0.7,
    })
  })
}
