import { toMoney } from '@haixuan/domain/select/cooperation/amount'
import type { Answer } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { useWords } from '../../../texts/words.ts'
import { useTermsWords } from './terms-words.ts'

export type Terms = NonNullable<Answer<'offer.terms'>['offered']>['terms']
/** A name and what it is: the lines of a list, or nothing where it is not agreed. */
export type Row = readonly [name: string, value: string | readonly string[] | undefined]

/** I6 · Where, for how much, and how many. */
export function usePriceRows(): (terms: Terms) => readonly Row[] {
  const t = useTermsWords()
  const { traded, market } = useWords()
  const { money, day, percent, number, list } = useFormats()
  const sum = (amount: { readonly amount: string; readonly currency: string }) => money(toMoney(amount))
  const pieces = (n: number | undefined) =>
    n === undefined ? undefined : t('pieces', { n: number(n), count: n } as never)
  return ({ markets, quantity, 'stock-reserved': stock, pricing: p }) => {
    const span = [p.from ? t('from', { day: day(p.from) }) : '', p.until ? t('until', { day: day(p.until) }) : '']
    const sale = p['pre-sale']
    return [
      [t('onAir'), sum(p.price)],
      ...Object.entries(p['market-prices'] ?? {}).map(
        ([id, price]) => [t('priceIn', { market: market(id) }), sum(price)] as const,
      ),
      [t('type'), traded(p.type)],
      [t('markets'), list(markets.map(market))],
      [t('holds'), span.filter(Boolean).join(' ') || undefined],
      [t('crossedOut'), p.reference ? `${sum(p.reference.price)} · ${t(p.reference.kind)}` : undefined],
      [t('tiers'), p.tiers?.map(({ from, price }) => t('tier', { from: number(from), price: sum(price) }))],
      [t('limit'), pieces(p.limit)],
      [t('channel'), p.channel],
      [t('bundle'), p.bundle?.map((of) => t('bundled', { n: number(of.quantity), price: sum(of['single-price']) }))],
      [
        t('preSale'),
        sale
          ? [
              t('deposited', { deposit: sum(sale.deposit) }),
              ...(sale['counts-as'] ? [t('countsAs', { amount: sum(sale['counts-as']) })] : []),
              t('balance', { from: day(sale['balance-from']), until: day(sale['balance-until']) }),
              t('shipBy', { day: day(sale['ship-by']) }),
              t(sale.refundable ? 'refundable' : 'notRefundable'),
            ]
          : undefined,
      ],
      [
        t('coupons'),
        p.coupons?.map((c) =>
          [
            c.id,
            c.off ? t('off', { off: sum(c.off) }) : '',
            c.share ? t('off', { off: percent(Number(c.share)) }) : '',
            c['from-total'] ? t('fromTotal', { total: sum(c['from-total']) }) : '',
            c.stackable ? t('stackable') : '',
            t('paidBy', { who: t(c['funded-by']) }),
          ]
            .filter(Boolean)
            .join(' · '),
        ),
      ],
      [t('quantity'), pieces(quantity)],
      [t('stock'), pieces(stock)],
    ]
  }
}
