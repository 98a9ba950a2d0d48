import type { Market } from '../src/gate/market.ts'
import type { MarketRule } from '../src/gate/rule.ts'
import type { Day } from '../src/kernel/day.ts'

/** Markets and rules made up for tests. */
export const madeMarket = (id: string, countries: string[], parent?: string): Market => ({
  id,
  name: { zh: id, en: id },
  ...(parent ? { parent } : {}),
  languages: ['en'],
  currency: 'EUR',
  'time-zone': 'Europe/Brussels',
  'customs-territory': parent ?? id,
  countries,
})

export const madeRule = (
  id: string,
  more: Partial<MarketRule> & { from?: string; until?: string } = {},
): MarketRule => {
  const { from = '2020-01-01', until, ...rest } = more
  return {
    id,
    market: id.split('.')[0]!,
    clause: 'I3',
    topic: 'product',
    title: { zh: id, en: id },
    'in-force': { from: from as Day, ...(until ? { until: until as Day } : {}) },
    severity: 'block',
    statutory: true,
    owner: 'supplier',
    remedy: { zh: '补', en: 'mend' },
    source: { act: 'An act', article: '1', status: 'recorded-from-memory' },
    ...rest,
  }
}
