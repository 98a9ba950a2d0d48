import { Tag } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'

export type Cost = Answer<'offer.what-if'>['cost']

const useText = texts('waterfall', {
  label: { zh: '到岸成本逐项', en: 'Landed cost line by line' },
  price: { zh: '买家所付', en: 'The buyer pays' },
  margin: { zh: '毛利', en: 'Margin' },
  loss: { zh: '亏损', en: 'Loss' },
  formula: { zh: '算式', en: 'Arithmetic' },
  rule: { zh: '规则', en: 'Rule' },
  source: { zh: '依据', en: 'Source' },
  terms: { zh: '合作条件所载', en: 'as the terms say' },
  law: { zh: '法定', en: 'by law' },
  open: { zh: '尚未确定，可能增加成本', en: 'Not known yet, may add to the cost' },
})

/** From what the buyer pays down to the margin: a bar for each cost, which opens its arithmetic, rule and source. */
export function Waterfall({ cost }: { readonly cost: Cost }) {
  const t = useText()
  const say = useSay()
  const { money, percent } = useFormats()
  const [opened, setOpened] = useState<string>()
  const top = Math.max(cost.price.minor, cost.total.minor, 1)
  let left = cost.price.minor
  const share = (minor: number) => `${(100 * Math.max(0, minor)) / top}%`
  return (
    <div className="waterfall" role="group" aria-label={t('label')}>
      <div className="fall fall-price">
        <span className="fall-name">{t('price')}</span>
        <span className="fall-track">
          <i style={{ width: share(cost.price.minor) }} />
        </span>
        <b>{money(cost.price)}</b>
      </div>
      {cost.lines.map((l) => {
        left -= l.amount.minor
        const open = opened === l.id
        return (
          <div key={l.id}>
            <button
              type="button"
              className={`fall${l.rule ? ' fall-law' : ''}`}
              aria-expanded={open}
              onClick={() => setOpened(open ? undefined : l.id)}
            >
              <span className="fall-name">
                {say(l.label)} {l.rule ? <Tag className="fall-tag">{t('law')}</Tag> : null}
              </span>
              <span className="fall-track">
                <i
                  style={{
                    marginInlineStart: share(left),
                    width: share(Math.min(l.amount.minor, left + l.amount.minor)),
                  }}
                />
              </span>
              <span className="fall-amount">
                {l.amount.minor === 0 ? '' : '−'}
                {money(l.amount)}
              </span>
            </button>
            {open ? (
              <dl className="fall-why">
                <div>
                  <dt>{t('formula')}</dt>
                  <dd>
                    <code>{l.formula}</code>
                  </dd>
                </div>
                <div>
                  <dt>{t('source')}</dt>
                  <dd>{l.source ?? t('terms')}</dd>
                </div>
                {l.rule ? (
                  <div>
                    <dt>{t('rule')}</dt>
                    <dd>
                      <code>{l.rule}</code>
                    </dd>
                  </div>
                ) : null}
              </dl>
            ) : null}
          </div>
        )
      })}
      <div className={`fall fall-margin${cost.margin.minor < 0 ? ' fall-loss' : ''}`}>
        <span className="fall-name">
          {cost.margin.minor < 0 ? t('loss') : t('margin')}{' '}
          <span className="quiet">{percent(Number(cost.marginRate))}</span>
        </span>
        <span className="fall-track">
          <i style={{ width: share(Math.abs(cost.margin.minor)) }} />
        </span>
        <b>{money(cost.margin)}</b>
      </div>
      {cost.open.length > 0 ? (
        <div className="fall-open">
          <p>{t('open')}</p>
          <ul>
            {cost.open.map((o) => (
              <li key={o.en}>{say(o)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
