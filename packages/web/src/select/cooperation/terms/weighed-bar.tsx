import type { Answer } from '../../../client/operations.ts'
import { useNarrow } from '../../../look/narrow.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'

const useText = texts('weighed-bar', {
  price: { zh: '售价', en: 'Price' },
  margin: { zh: '毛利', en: 'Margin' },
  floor: { zh: '底价', en: 'Floor' },
  found: { zh: '{{count}} 个问题', en: { one: '{{count}} finding', other: '{{count}} findings' } },
  fine: { zh: '未发现问题', en: 'Nothing found' },
})

type Props = {
  readonly of: Answer<'offer.weigh'>
  /** of what stood before a field was emptied */
  readonly stale: boolean
  readonly count: number
}

/** On a phone, where the answer stands below all fields: its figures of the poorest market stay in sight, and lead to it. */
export function WeighedBar({ of, stale, count }: Props) {
  const t = useText()
  const narrow = useNarrow()
  const { money, percent } = useFormats()
  const { market } = useWords()
  const [poorest] = of.markets.toSorted((a, b) => Number(a.cost.marginRate) - Number(b.cost.marginRate))
  if (!narrow || !poorest) return null
  const { price, floorPrice, marginRate } = poorest.cost
  const under = !floorPrice || price.minor < floorPrice.minor
  return (
    <button
      type="button"
      className={stale ? 'weighed-bar weighed-before' : 'weighed-bar'}
      onClick={() => document.getElementById('weighed')?.scrollIntoView()}
    >
      <span>
        {t('price')} <b>{money(price)}</b>
      </span>
      <span className={under ? 'offer-under' : ''}>
        {t('margin')} <b>{percent(Number(marginRate))}</b>
      </span>
      <span className={under ? 'offer-under' : ''}>
        {t('floor')} <b>{floorPrice ? money(floorPrice) : '—'}</b>
      </span>
      <span className="quiet">
        {of.markets.length > 1 ? `${market(poorest.market)} · ` : ''}
        {count > 0 ? t('found', { count }) : t('fine')}
      </span>
    </button>
  )
}
