import type { Answer, Input } from '../../../client/operations.ts'
import { pricingNeeds } from '../../../texts/words.ts'

/** The terms as the command takes them. */
export type Terms = Input<'offer.agree'>
type Offer = NonNullable<Answer<'offer.get'>['offer']>

/** The terms on record as the command takes them: without what others have said of them. */
export function termsOf(o: Offer): Terms {
  const { id: _, product: __, supplier: ___, contract, delivery, settlement, ...rest } = o
  const { acknowledged: ____, ...way } = delivery
  const { deviations: _____, ...signed } = contract ?? { deviations: [] }
  return {
    ...rest,
    delivery: way,
    settlement: { ...settlement, ...(settlement.payee ? { payee: { holder: settlement.payee.holder } } : {}) },
    ...(contract ? { contract: signed } : {}),
  } as unknown as Terms
}

/** What a form of terms begins with: those on record, or what is usual. */
export const firstTerms = (o: Offer | null, markets: readonly string[], currency: string): object =>
  o
    ? termsOf(o)
    : {
        markets: [...markets],
        pricing: { type: 'fixed' },
        'target-margin': '0',
        delivery: { mode: 'direct-mail-9610' },
        settlement: { mode: 'commission', instrument: 'platform', currency, 'cycle-days': 30, invoice: 'commercial' },
      }

/** What the form says in the place of what was said before; parts it does not show stay, and what was emptied goes. */
export function termsFrom(before: Offer | null, written: object): Terms {
  const terms = laid(before ? termsOf(before) : {}, written) as { pricing?: Fields & { type?: string } }
  const asks = pricingNeeds[terms.pricing?.type ?? ''] ?? []
  const own = Object.entries(terms.pricing ?? {}).filter(([part]) => asks.includes(part) || !OF_ONE_TYPE.has(part))
  return said({ ...terms, pricing: Object.fromEntries(own) }) as Terms
}

/** Parts of the price that go when another type is chosen. */
const OF_ONE_TYPE: ReadonlySet<string> = new Set(['tiers', 'bundle', 'pre-sale', 'cost-plus', 'market-following'])

type Fields = { readonly [key: string]: unknown }
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isAmount = (value: Fields) =>
  'currency' in value && Object.keys(value).every((key) => key === 'currency' || key === 'amount')

/** Fields of `over` win, also when they are empty; lists are taken whole. An amount is one thing. */
function laid(under: unknown, over: unknown): unknown {
  if (!isFields(under) || !isFields(over) || isAmount(over)) return over
  return Object.fromEntries(
    [...new Set([...Object.keys(under), ...Object.keys(over)])].map((key) => [
      key,
      key in over ? laid(under[key], over[key]) : under[key],
    ]),
  )
}

/** Without what is empty: fields, lines, and amounts that name a currency alone. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said).filter((each) => each !== undefined)
  if (!isFields(value)) return value === '' || value === null ? undefined : value
  if (isAmount(value) && !value.amount) return undefined
  const kept = Object.entries(value)
    .map(([key, each]) => [key, said(each)] as const)
    .filter(([, each]) => each !== undefined && !(Array.isArray(each) && each.length === 0))
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}
