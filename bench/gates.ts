// Gates (I3–I8): every gate of 1,000 made-up products in three markets, beside json-rules-engine in the same run. The
// engine gets the conditions of the same rules and its facts ready made, and says which rules bind; that both name the same
// rules is checked. The review does more: it reads class, claims and signals out of the texts, looks for evidence and
// labels, counts landed cost and floor price, checks contract and returns, and words each finding. So rates are told for
// like work (which rules bind; aim: ten times the engine) and, without an aim, for the whole.
// npm run bench gates
import { reviewOne } from '@haixuan/domain/flow/carry-out'
import { makeDesk } from '@haixuan/domain/flow/desk'
import { type About, binds } from '@haixuan/domain/gate/binding'
import { ruleSetFor } from '@haixuan/domain/gate/rule-set'
import type { Day } from '@haixuan/domain/kernel/day'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { madeUpProducts, PLAN, SUPPLIER } from './gates/made-up.ts'
import { peerFor } from './gates/peer.ts'

const PRODUCTS = 1_000
const LEAST = 10
const standard = loadStandard()
const desk = makeDesk(standard, PLAN)
const products = madeUpProducts(PRODUCTS)
const group = { id: SUPPLIER.id, name: SUPPLIER.name, supplier: SUPPLIER, brands: [] }
const above = { plan: 'conditional', supplier: 'conditional' } as const

const review = (all: typeof products) => all.map((each) => reviewOne({ ...each, group }, PLAN, desk, above))
const perSecond = async (work: () => unknown): Promise<number> => {
  const from = performance.now()
  await work()
  return (PRODUCTS / (performance.now() - from)) * 1000
}

review(products.slice(0, 100))
let reviewed: ReturnType<typeof review> = []
const whole = await perSecond(() => {
  reviewed = review(products)
})
const withoutOffers = products.map((each) => ({ ...each, offer: undefined }))
const bare = await perSecond(() => review(withoutOffers))
const findings = reviewed.reduce((n, r) => n + r.findings.length, 0)

/** What the rules ask about each product, as the review found it. */
const abouts = reviewed.map(
  ({ product, offer }): About => ({
    class: product.class,
    traits: product.traits,
    makerEstablished: product.facts?.maker?.country,
    origin: product.facts?.origin ?? product.listing.origin,
    claims: [...new Set(product.claims.map((c) => c.kind))],
    delivery: offer?.delivery.mode,
    words: desk.readers.words(`${product.listing.title}\n${product.listing.description}`),
  }),
)
const fresh = () => PLAN.markets.map((id) => ruleSetFor(standard.rules, standard.markets, id, PLAN.date as Day))
const remembering = fresh()
const bound: string[][] = []
const binding = await perSecond(() => {
  for (const about of abouts) bound.push(remembering.flatMap((r) => r.rulesFor(about).map((rule) => rule.id)))
})
const known = new Map(standard.markets.map((m) => [m.id, m]))
const withoutMemory = await perSecond(() => {
  for (const about of abouts) for (const r of desk.markets) r.rules.filter((rule) => binds(rule.applies, about, known))
})

const peers = desk.markets.map((rules) => peerFor(rules, standard.markets))
const theirs: string[][] = []
for (const peer of peers) await peer.run(abouts[0]!)
const engine = await perSecond(async () => {
  for (const about of abouts) theirs.push((await Promise.all(peers.map((peer) => peer.run(about)))).flat())
})
const differing = bound.filter((ids, i) => [...ids].sort().join() !== [...theirs[i]!].sort().join()).length

const rate = (n: number) => `${Math.round(n)} products/s`.padStart(20)
const rules = desk.markets.reduce((n, m) => n + m.rules.length, 0)
const conditions = peers.reduce((n, p) => n + p.conditions, 0)
console.log(
  `${PRODUCTS} products × ${PLAN.markets.length} markets: ${rules} rules with ${conditions} conditions, ${findings} findings`,
)
console.log(`which rules bind, remembering answers     ${rate(binding)}`)
console.log(`which rules bind, each answer found anew  ${rate(withoutMemory)}`)
console.log(`which rules bind, json-rules-engine       ${rate(engine)}`)
console.log(`whole review, half of them with an offer  ${rate(whole)}`)
console.log(`whole review, none with an offer          ${rate(bare)}`)
const ratio = Math.min(binding, withoutMemory) / engine
console.log(
  `like work over the engine: ${ratio.toFixed(1)} (aim: at least ${LEAST}); whole review over it: ${(whole / engine).toFixed(2)}`,
)
console.log(`products on which the two name other rules: ${differing} (aim: 0)`)
if (ratio < LEAST || differing > 0) process.exitCode = 1
