import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Form, type FormInstance } from 'antd'
import { useDeferredValue, useEffect, useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { FindingList } from '../../../ui/gate/finding-list.tsx'
import { usePartName } from './part-names.ts'
import type { Terms } from './terms.ts'
import { WeighedBar } from './weighed-bar.tsx'

const useText = texts('terms-weighed', {
  title: { zh: '随填随算', en: 'As it is written' },
  cost: { zh: '到岸成本', en: 'Landed cost' },
  floor: { zh: '底价', en: 'Floor' },
  noFloor: { zh: '任何价格都达不到目标毛利', en: 'no price reaches the target' },
  price: { zh: '售价', en: 'Price' },
  margin: { zh: '毛利', en: 'Margin' },
  lacks: { zh: '填写以下内容后即可试算：{{field}}', en: 'Worked out once this is filled in: {{field}}' },
  found: { zh: '按此条件发现的问题', en: 'Found by these terms' },
  fine: { zh: '定价、配送与结算未发现问题', en: 'Nothing found in pricing, delivery and settlement' },
})

type Props = {
  readonly project: string
  readonly product: string
  readonly form: FormInstance<object>
  readonly termsOf: (written: object) => Terms
}

/** What the terms in the form would cost and lack: the server weighs them while they are written and records nothing. */
export function Weighed({ project, product, form, termsOf }: Props) {
  const t = useText()
  const { money, percent } = useFormats()
  const { market } = useWords()
  const partName = usePartName()
  const written = Form.useWatch([], form) as object | undefined
  // the contract has no price: it would only lengthen the address
  const { contract: _, ...terms } = written ? termsOf(written) : ({} as Terms)
  const asked = useDeferredValue(JSON.stringify(terms))
  const { data } = useQuery({
    ...ask('offer.weigh', { project, product }, { terms: asked }),
    enabled: written !== undefined,
    placeholderData: keepPreviousData,
  })
  // while a field is missing, the figures of before stand, paler
  const [whole, setWhole] = useState<typeof data>()
  useEffect(() => {
    if (data && !data.lacks) setWhole(data)
  }, [data])
  if (!data) return null
  const told = data.lacks ? whole : data
  const findings = [...(told?.markets.flatMap((m) => m.findings) ?? []), ...(told?.findings ?? [])]
  return (
    <>
      {told ? <WeighedBar of={told} stale={data.lacks !== null} count={findings.length} /> : null}
      <section className="weighed" id="weighed" aria-label={t('title')} aria-live="polite">
        <h3>{t('title')}</h3>
        {data.lacks ? <p className="quiet">{t('lacks', { field: partName(data.lacks.field) })}</p> : null}
        {(told?.markets ?? []).map(({ market: id, cost }) => (
          <dl key={id} className={data.lacks ? 'weighed-market weighed-before' : 'weighed-market'}>
            {told!.markets.length > 1 ? <b>{market(id)}</b> : null}
            <div>
              <dt>{t('price')}</dt>
              <dd>{money(cost.price)}</dd>
            </div>
            <div>
              <dt>{t('cost')}</dt>
              <dd>{money(cost.total)}</dd>
            </div>
            <div className={cost.margin.minor < 0 ? 'offer-under' : ''}>
              <dt>{t('margin')}</dt>
              <dd>
                {money(cost.margin)} <span className="quiet">{percent(Number(cost.marginRate))}</span>
              </dd>
            </div>
            <div className={!cost.floorPrice || cost.price.minor < cost.floorPrice.minor ? 'offer-under' : ''}>
              <dt>{t('floor')}</dt>
              <dd>{cost.floorPrice ? money(cost.floorPrice) : t('noFloor')}</dd>
            </div>
          </dl>
        ))}
        {data.lacks ? null : findings.length > 0 ? (
          <>
            <h3>{t('found')}</h3>
            <FindingList findings={findings as never} />
          </>
        ) : (
          <p className="offer-fine">{t('fine')}</p>
        )}
      </section>
    </>
  )
}
