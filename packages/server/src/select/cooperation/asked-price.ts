import type { Money } from '@haixuan/domain/kernel/money'
import { toMoney } from '@haixuan/domain/select/cooperation/amount'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'

type Priced = {
  readonly price_minor: number | null
  readonly price_currency: string | null
  readonly offer: Pick<Offer, 'pricing'> | null
}

/** I6 · The price the stream asks for a product: that of its offer, as long as there is none that of its listing. */
export const askedPrice = ({ price_minor, price_currency, offer }: Priced): Money | null =>
  offer
    ? toMoney(offer.pricing.price)
    : price_minor === null
      ? null
      : { minor: price_minor, currency: price_currency as string }
