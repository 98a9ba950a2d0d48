import { expect, it } from 'vitest'
import { madeMarket, madeRule } from '../../../test/made-rules.ts'
import { runChecks } from '../../gate/check.ts'
import type { MarketRule } from '../../gate/rule.ts'
import { ruleSetFor } from '../../gate/rule-set.ts'
import type { Day } from '../../kernel/day.ts'
import { project } from '../../plan/project.ts'
import { productChecks } from './checks.ts'
import { productFacts } from './product.ts'

const day = '2026-06-01' as Day
const markets = [madeMarket('eu', ['DE']), madeMarket('de', ['DE'], 'eu')]
const plan = project.parse({ theme: 'a', markets: ['de'], date: day, language: 'en', slots: 1 })
const text = { zh: 'a', en: 'a' }

/** What is found of the claim “waterproof” under these laws, with these certificates. */
const claimed = (rules: readonly MarketRule[], certificates: object[] = []) => {
  const set = ruleSetFor(rules, markets, 'de', day)
  const claim = {
    ...{ id: 'en.waterproof', kind: 'performance', severity: 'note', language: 'en', softer: '', needs: 'ip-report' },
    ...{ field: 'title', from: 0, to: 10, words: 'waterproof', source: { act: 'a', status: 'recorded-from-memory' } },
  } as const
  const product = {
    ...{ id: 'P', supplier: 'S', class: 'audio-video', classReason: text, confidence: 1, traits: [], signals: [] },
    listing: { row: 1, title: 'waterproof speaker', description: '', language: 'en', images: [] },
    ...{ facts: productFacts.parse({ product: 'P', certificates }), claims: [claim], brandAuthorised: true },
    themeFit: { score: 1, reasons: [] },
  }
  const about = { product, plan, market: 'de', rules: set, about: {}, asOf: day, nameOf: () => text }
  const found = runChecks(productChecks, about as never)
  return found.filter((f) => f.check === 'product.claims.evidenced').map((f) => [f.rule, f.severity])
}

const forbids = { claim: ['performance'], unless: { certificate: 'test-report' } } as const
const laws = [
  madeRule('eu.claim.substantiation', { severity: 'warn', forbids: forbids as never }),
  madeRule('de.claim.misleading', { severity: 'block', forbids: forbids as never }),
]

it('speaks by the strictest of the laws against a claim', () => {
  expect(claimed(laws)).toEqual([['de.claim.misleading', 'block']])
  expect(claimed(laws.slice(0, 1))).toEqual([['eu.claim.substantiation', 'warn']])
})

it('leaves a claim its own severity where what the law asks is held, and none where the claim itself is proven', () => {
  expect(claimed(laws, [{ type: 'test-report' }])).toEqual([[undefined, 'note']])
  expect(claimed(laws, [{ type: 'ip-report' }])).toEqual([])
})
