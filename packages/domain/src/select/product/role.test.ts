import { describe, expect, it } from 'vitest'
import { standardData } from '../../../test/standard-data.ts'
import { type Figures, roleFile, suggestRoles } from './role.ts'

const file = standardData('roles.yaml', roleFile)
// ninety-nine ordinary products priced 1–99, so that a price of p stands at rank p / 100
const crowd: Figures[] = Array.from({ length: 99 }, (_, i) => ({
  id: `c${i}`,
  price: (i + 1) * 100,
  sold: i + 1,
  reviews: i + 1,
  rating: 4.5,
  margin: 0.25,
}))
const roleOf = (f: Omit<Figures, 'id'>) => suggestRoles(file, [...crowd, { id: 'x', ...f }]).get('x')

describe('a suggested role', () => {
  it('traffic: low price, sells well, thin margin', () =>
    expect(roleOf({ price: 500, sold: 90, rating: 4.8, margin: 0.1 })?.role).toBe('traffic'))
  it('profit: a margin of 60 % in the upper middle', () =>
    expect(roleOf({ price: 7500, sold: 30, rating: 4.7, margin: 0.6 })?.role).toBe('profit'))
  it('welfare: 70 % off', () =>
    expect(roleOf({ price: 3000, listPrice: 10_000, sold: 40, rating: 4.8, margin: 0.2 })?.role).toBe('welfare'))
  it('hero: sells best', () =>
    expect(roleOf({ price: 5000, sold: 500, reviews: 500, rating: 4.9, margin: 0.25 })?.role).toBe('hero'))
  it('image: the dearest with top ratings', () =>
    expect(roleOf({ price: 90_000, sold: 5, rating: 5 })?.role).toBe('image'))
  it('trial: nothing sold yet', () => expect(roleOf({ price: 5000 })?.role).toBe('trial'))
  it('says why in both languages', () =>
    expect(roleOf({ price: 7500, sold: 30, rating: 4.7, margin: 0.6 })?.reason).toMatchObject({
      zh: expect.stringContaining('毛利率'),
      en: expect.stringContaining('margin'),
    }))
})
