import { Tag } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { FindingList } from '../../../ui/gate/finding-list.tsx'
import { Section } from '../../../ui/page/page.tsx'

const useText = texts('deliveries', {
  title: { zh: '配送方式对比', en: 'Ways of delivery compared' },
  about: { zh: '其余费用按登记的条件计', en: 'Other costs as the terms have them' },
  mode: { zh: '方式', en: 'Way' },
  days: { zh: '最快', en: 'At least' },
  inDays: { zh: '{{n}} 天', en: '{{n}} d' },
  total: { zh: '总成本', en: 'Cost' },
  margin: { zh: '毛利', en: 'Margin' },
  floor: { zh: '底价', en: 'Floor' },
  problems: { zh: '问题', en: 'Problems' },
  chosen: { zh: '已选', en: 'chosen' },
  fine: { zh: '可行', en: 'works' },
  parcel: { zh: '逐单过境', en: 'each order crosses the border' },
  bulk: { zh: '批量先行入境', en: 'goods cross before the sale' },
})

type Delivery = Answer<'offer.get'>['markets'][number]['deliveries'][number]

/** I7 · The same goods by each way of delivery. */
export function Deliveries({
  deliveries,
}: {
  readonly deliveries: Answer<'offer.get'>['markets'][number]['deliveries']
}) {
  const t = useText()
  const say = useSay()
  const { money, percent } = useFormats()
  const { market: marketName } = useWords()
  const [opened, setOpened] = useState<string>()
  // findings name modes and markets by their ids
  const named = ({ what, market }: Delivery['findings'][number]) =>
    deliveries
      .reduce((told, d) => told.replaceAll(d.mode, say(d.name)), say(what))
      .replaceAll(new RegExp(`\\b${market}\\b`, 'g'), marketName(market ?? ''))
  if (deliveries.length === 0) return null
  return (
    <Section title={t('title')} beside={<span className="quiet">{t('about')}</span>}>
      <table className="offer-table offer-ways">
        <thead>
          <tr>
            <th>{t('mode')}</th>
            <th>{t('days')}</th>
            <th className="end">{t('total')}</th>
            <th className="end">{t('margin')}</th>
            <th className="end">{t('floor')}</th>
            <th>{t('problems')}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((d) => (
            <tr key={d.mode} className={d.chosen ? 'offer-chosen' : ''}>
              <td>
                <b>{say(d.name)}</b> {d.chosen ? <Tag color="processing">{t('chosen')}</Tag> : null}
                <p className="quiet">{t(d.enters)}</p>
              </td>
              <td data-head={t('days')}>{t('inDays', { n: d.leastDays })}</td>
              <td className="end" data-head={t('total')}>
                {money(d.total)}
              </td>
              <td className="end" data-head={t('margin')}>
                {money(d.margin)}
                <p className="quiet">{percent(Number(d.marginRate))}</p>
              </td>
              <td className="end" data-head={t('floor')}>
                {d.floorPrice ? money(d.floorPrice) : '—'}
              </td>
              <td>
                {d.findings.length === 0 ? (
                  <span className="offer-fine">{t('fine')}</span>
                ) : (
                  <button
                    type="button"
                    className="offer-link"
                    aria-expanded={opened === d.mode}
                    onClick={() => setOpened(opened === d.mode ? undefined : d.mode)}
                  >
                    {named(d.findings[0]!)}
                    {d.findings.length > 1 ? ` +${d.findings.length - 1}` : ''}
                  </button>
                )}
                {opened === d.mode ? <FindingList findings={d.findings as never} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
