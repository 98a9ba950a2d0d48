import { formatDecimal } from '@haixuan/domain/kernel/money'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '../../../client/ask.ts'
import type { Answer } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { Chart } from '../../../ui/chart.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { Section } from '../../../ui/page/page.tsx'
import type { OfProduct } from '../of-product.ts'

const useText = texts('product-prices', {
  title: { zh: '价格历史', en: 'Price history' },
  listing: { zh: '标价', en: 'Listed' },
  offer: { zh: '直播价', en: 'Offered' },
  none: { zh: '没有登记价格。', en: 'No price is on record.' },
  from: { zh: '起', en: 'From' },
  until: { zh: '止', en: 'Until' },
  price: { zh: '价格', en: 'Price' },
  of: { zh: '类别', en: 'Of' },
  now: { zh: '现行', en: 'stands' },
  lowest: {
    zh: '{{market}}：{{before}} 前 {{days}} 天最低价',
    en: '{{market}}: lowest of the {{days}} days before {{before}}',
  },
  unknown: { zh: '无记录', en: 'nothing on record' },
  short: {
    zh: '记录未满 {{days}} 天，划线价须另附凭证',
    en: 'the record is shorter than {{days}} days; a crossed-out price needs other proof',
  },
})

/** I3, I6 · What a product was listed and offered at, and the lowest price a crossed-out one may name where the law asks. */
export function Prices({ project, product }: OfProduct) {
  const t = useText()
  const asked = useQuery(ask('product.prices', { project, product: product.id }))
  return (
    <Section title={t('title')} id="prices">
      <Asked of={asked}>{(prices) => <PriceHistory prices={prices} />}</Asked>
    </Section>
  )
}

type Priced = Answer<'product.prices'>

function PriceHistory({ prices }: { readonly prices: Priced }) {
  const t = useText()
  const formats = useFormats()
  const { market } = useWords()
  const all = [
    ...prices.listing.map((p) => ({ ...p, of: 'listing' as const })),
    ...prices.offer.map((p) => ({ ...p, of: 'offer' as const })),
  ]
  const currencies = new Set(all.map((p) => p.price.currency))
  if (all.length === 0) return <p className="quiet">{t('none')}</p>
  return (
    <>
      {prices.lowest.length > 0 ? (
        <div className="lowest">
          {prices.lowest.map((l) => (
            <div key={l.market} title={l.source}>
              <div className="quiet" style={{ fontSize: 12 }}>
                {t('lowest', { market: market(l.market), before: formats.day(l.before), days: l.days })}
              </div>
              <b>{l.price ? formats.money(l.price) : t('unknown')}</b>
              {l.whole ? null : (
                <div style={{ color: 'var(--hx-conditional)', fontSize: 12 }}>{t('short', { days: l.days })}</div>
              )}
            </div>
          ))}
        </div>
      ) : null}
      {all.length > 2 && currencies.size === 1 ? <PriceLine prices={prices} /> : null}
      <div className="table-wrap">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('of')}</th>
              <th>{t('from')}</th>
              <th>{t('until')}</th>
              <th className="end">{t('price')}</th>
            </tr>
          </thead>
          <tbody>
            {all
              .toSorted((a, b) => (a.from < b.from ? 1 : -1))
              .map((p) => (
                <tr key={`${p.of} ${p.from}`}>
                  <td>{t(p.of)}</td>
                  <td>{formats.moment(p.from)}</td>
                  <td>{p.until ? formats.moment(p.until) : t('now')}</td>
                  <td className="end">{formats.money(p.price)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function PriceLine({ prices }: { readonly prices: Priced }) {
  const t = useText()
  const listed = t('listing')
  const offered = t('offer')
  const option = useMemo(() => {
    const now = new Date().toISOString()
    const line = (name: string, periods: Priced['listing']) => ({
      name,
      type: 'line' as const,
      step: 'end' as const,
      symbolSize: 6,
      data: [
        ...periods.map((p) => [p.from, formatDecimal(p.price)]),
        ...periods.slice(-1).map((p) => [p.until ?? now, formatDecimal(p.price)]),
      ],
    })
    return {
      legend: { top: 0 },
      tooltip: { trigger: 'axis' as const },
      xAxis: { type: 'time' as const },
      yAxis: { type: 'value' as const, name: prices.listing[0]?.price.currency ?? '', scale: true },
      series: [line(listed, prices.listing), ...(prices.offer.length > 0 ? [line(offered, prices.offer)] : [])],
    }
  }, [prices, listed, offered])
  return <Chart option={option} label={t('title')} height={220} />
}
