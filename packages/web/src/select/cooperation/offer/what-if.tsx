import { exponentOf, formatDecimal } from '@haixuan/domain/kernel/money'
import { DELIVERY_MODES } from '@haixuan/domain/select/cooperation/offer'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Select, Slider } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { ask } from '../../../client/ask.ts'
import type { Answer, Query } from '../../../client/operations.ts'
import { token } from '../../../look/token.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { Chart } from '../../../ui/chart.tsx'
import { FindingList } from '../../../ui/gate/finding-list.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { Waterfall } from './waterfall.tsx'

const useText = texts('what-if', {
  title: { zh: '到岸成本与测算', en: 'Landed cost and what if' },
  floor: { zh: '底价 {{floor}}', en: 'Floor {{floor}}' },
  noFloor: { zh: '任何价格都达不到目标毛利', en: 'No price reaches the target margin' },
  margin: { zh: '毛利 {{margin}}（{{rate}}）', en: 'Margin {{margin}} ({{rate}})' },
  ladder: { zh: '不同价格下的毛利', en: 'Margin by price' },
  asked: { zh: '直播价', en: 'asked' },
  floorShort: { zh: '底价', en: 'floor' },
  price: { zh: '价格', en: 'Price' },
  'unit-cost': { zh: '进货价', en: 'Unit cost' },
  freight: { zh: '国际运费', en: 'Freight' },
  'commission-rate': { zh: '佣金 %', en: 'Commission %' },
  'host-commission-rate': { zh: '主播佣金 %', en: 'Host %' },
  'ad-share': { zh: '投流 %', en: 'Advertising %' },
  'return-rate': { zh: '退货率 %', en: 'Returns %' },
  'target-margin': { zh: '目标毛利 %', en: 'Target margin %' },
  mode: { zh: '配送方式', en: 'Delivery' },
  trying: { zh: '测算中，未作登记', en: 'Trying out; nothing is recorded' },
  back: { zh: '恢复登记的条件', en: 'Back to the terms' },
  found: { zh: '按此条件发现的问题', en: 'Found by these terms' },
})

type Market = Answer<'offer.get'>['markets'][number]
type Offer = NonNullable<Answer<'offer.get'>['offer']>
type Tried = Partial<Query<'offer.what-if'>>
const RATES = ['commission-rate', 'host-commission-rate', 'ad-share', 'return-rate', 'target-margin'] as const

/** The cost of an offer in a market, and what it would be by other terms: price by a slider, the rest by figures. */
export function WhatIf({
  project,
  product,
  market,
  offer,
}: {
  readonly project: string
  readonly product: string
  readonly market: Market
  readonly offer: Offer
}) {
  const t = useText()
  const { money, percent } = useFormats()
  const { traded } = useWords()
  const [tried, setTried] = useState<Tried>({})
  const asked = useDeferredValue(tried)
  const changed = Object.keys(tried).length > 0
  const answer = useQuery({
    ...ask('offer.what-if', { project, product }, { ...asked, market: market.id } as Query<'offer.what-if'>),
    placeholderData: keepPreviousData,
    enabled: changed,
  })
  const cost = changed ? (answer.data?.cost ?? market.cost) : market.cost
  const ladder = changed ? (answer.data?.ladder ?? market.ladder) : market.ladder
  const option = useMemo(() => {
    const major = (minor: number) => minor / 10 ** exponentOf(cost?.currency ?? 'EUR')
    const line = (at: number, name: string, colour: string, position: 'end' | 'insideEndBottom') => ({
      xAxis: major(at),
      label: { formatter: name, position, rotate: 0, color: token('text'), textBorderWidth: 0 },
      lineStyle: { color: token(colour), type: 'solid' as const },
    })
    return {
      tooltip: { trigger: 'axis' as const },
      xAxis: { type: 'value' as const, scale: true },
      yAxis: { type: 'value' as const },
      series: [
        {
          type: 'line' as const,
          name: t('ladder'),
          showSymbol: false,
          data: ladder.map((r) => [major(r.price.minor), major(r.margin.minor)]),
          areaStyle: { opacity: 0.08 },
          markLine: {
            symbol: 'none',
            data: [
              ...(cost?.floorPrice ? [line(cost.floorPrice.minor, t('floorShort'), 'open', 'insideEndBottom')] : []),
              ...(cost ? [line(cost.price.minor, t('asked'), 'accent', 'end')] : []),
            ],
          },
        },
      ],
    }
  }, [cost, ladder, t])
  if (!cost) return null
  const scale = 10 ** exponentOf(cost.currency)
  const [low, high] = [market.ladder[0]?.price.minor ?? 0, market.ladder.at(-1)?.price.minor ?? cost.price.minor * 2]
  const set = (key: keyof Tried, value: string | undefined) =>
    setTried((before) => {
      const { [key]: _, ...rest } = before
      return value === undefined ? rest : { ...rest, [key]: value }
    })
  const { costs, settlement } = offer
  // what is recorded stands in the fields until something else is tried
  const recorded: Readonly<Record<string, string | undefined>> = {
    'unit-cost': costs['unit-cost'].amount,
    freight: costs['international-freight']?.amount,
    'commission-rate': settlement['commission-rate'],
    'host-commission-rate': costs['host-commission-rate'],
    'ad-share': costs['ad-share'],
    'return-rate': costs['return-rate'],
    'target-margin': offer['target-margin'],
  }
  const percentOf = (share: string | undefined) =>
    share === undefined ? '' : String(Math.round(Number(share) * 10_000) / 100)
  const price = tried.price ? Math.round(Number(tried.price) * scale) : (market.cost?.price.minor ?? 0)
  return (
    <Section
      title={t('title')}
      beside={
        changed ? (
          <span>
            <span className="quiet">{t('trying')} </span>
            <Button size="small" onClick={() => setTried({})}>
              {t('back')}
            </Button>
          </span>
        ) : null
      }
    >
      <div className="cost-two">
        <Waterfall cost={cost} />
        <div className="what-if">
          <p>
            <b>{t('margin', { margin: money(cost.margin), rate: percent(Number(cost.marginRate)) })}</b>
            <span className={cost.floorPrice && cost.price.minor >= cost.floorPrice.minor ? 'quiet' : 'offer-under'}>
              {' · '}
              {cost.floorPrice ? t('floor', { floor: money(cost.floorPrice) }) : t('noFloor')}
            </span>
          </p>
          <Chart option={option} label={t('ladder')} height={200} />
          <div className="what-if-price">
            <span>{t('price')}</span>
            <Slider
              min={low}
              max={high}
              value={price}
              ariaLabelForHandle={t('price')}
              tooltip={{ formatter: (v) => money({ minor: v ?? 0, currency: cost.currency }) }}
              onChange={(v) => set('price', formatDecimal({ minor: v, currency: cost.currency }))}
            />
            <b>{money({ minor: price, currency: cost.currency })}</b>
          </div>
          <div className="what-if-fields">
            {(['unit-cost', 'freight'] as const).map((key) => (
              <div key={key}>
                <span>{t(key)}</span>
                <InputNumber
                  aria-label={t(key)}
                  min="0"
                  stringMode
                  placeholder={recorded[key] ?? ''}
                  value={(tried[key] as string | undefined) ?? null}
                  onChange={(v) => set(key, v ? String(v) : undefined)}
                />
              </div>
            ))}
            {RATES.map((key) => (
              <div key={key}>
                <span>{t(key)}</span>
                <InputNumber
                  aria-label={t(key)}
                  min={0}
                  max={100}
                  placeholder={percentOf(recorded[key])}
                  value={tried[key] === undefined ? null : Number(tried[key]) * 100}
                  onChange={(v) => set(key, v === null ? undefined : String(Number((Number(v) / 100).toFixed(6))))}
                />
              </div>
            ))}
            <div>
              <span>{t('mode')}</span>
              <Select
                aria-label={t('mode')}
                allowClear
                placeholder={traded(offer.delivery.mode)}
                value={tried.mode ?? null}
                options={DELIVERY_MODES.map((value) => ({ value, label: traded(value) }))}
                onChange={(mode) => set('mode', mode ?? undefined)}
              />
            </div>
          </div>
          {changed && answer.data && answer.data.findings.length > 0 ? (
            <div>
              <h3>{t('found')}</h3>
              <FindingList findings={answer.data.findings as never} />
            </div>
          ) : null}
        </div>
      </div>
    </Section>
  )
}
