import { expect, test } from 'vitest'
import { notices } from './notice.ts'

const one = (what: string) => ({
  'price.low': {
    check: 'offer.pricing.sound',
    clause: 'I6',
    severity: 'block',
    statutory: false,
    state: 'wrong',
    owner: 'finance',
    what: { zh: what, en: what },
    remedy: { zh: '提价', en: 'raise it' },
    source: { act: 'an act', status: 'recorded-from-memory' },
  },
})
const file = notices({ 'price.low': ['price'] }, ['market'])

test('a text may ask for the words of its check and the shared ones', () => {
  expect(file.safeParse(one('{price} in {market}')).success).toBe(true)
})

test('a word the check does not give, a missing notice and a stranger stop the load', () => {
  expect(file.safeParse(one('{floor}')).error?.issues[0]?.message).toContain('asks for {floor}')
  expect(file.safeParse({}).success).toBe(false)
  expect(file.safeParse({ ...one('x'), 'price.high': one('x')['price.low'] }).success).toBe(false)
})
