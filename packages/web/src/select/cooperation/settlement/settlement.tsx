import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import type { Answer } from '../../../client/operations.ts'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { Fact, Facts, Section } from '../../../ui/page/page.tsx'
import { Payee } from './payee.tsx'
import { SettleForm } from './settle-form.tsx'
import { Statement } from './statement.tsx'

const useText = texts('settlement', {
  title: { zh: '结算', en: 'Settlement' },
  mode: { zh: '结算方式', en: 'Mode' },
  instrument: { zh: '支付工具', en: 'Instrument' },
  cycle: { zh: '账期', en: 'Cycle' },
  days: { zh: '{{n}} 天', en: '{{n}} days' },
  commission: { zh: '佣金率', en: 'Commission' },
  fx: { zh: '汇率', en: 'Rate of exchange' },
  fxDay: { zh: '按{{day}}汇率', en: 'of the day of the {{day}}' },
  order: { zh: '下单日', en: 'order' },
  statement: { zh: '结算日', en: 'statement' },
  payment: { zh: '付款日', en: 'payment' },
  noRate: {
    zh: '尚无 {{from}}→{{to}} 汇率，请在条件中登记',
    en: 'No rate {{from}}→{{to}} yet; record one in the terms',
  },
  payee: { zh: '收款户名', en: 'Account holder' },
  settle: { zh: '计算结算单', en: 'Work out a statement' },
  none: { zh: '还没有结算单', en: 'No statements yet' },
  number: { zh: '第 {{n}} 期 {{from}} – {{until}}', en: 'No. {{n}}, {{from}} – {{until}}' },
  computed: { zh: '待确认', en: 'to be agreed' },
  differs: { zh: '对账有差异', en: 'differs' },
  agreed: { zh: '{{by}} 已确认', en: 'agreed by {{by}}' },
  due: { zh: '应付 {{due}}，{{day}}前', en: '{{due}} due on {{day}}' },
})

type Offer = Answer<'offer.get'>
/** I8 · How the parties are paid, who is paid and by whom that was verified, and the statements there are. */
export function Settlement({
  project,
  product,
  offer,
}: {
  readonly project: string
  readonly product: string
  readonly offer: Offer
}) {
  const t = useText()
  const say = useSay()
  const { traded } = useWords()
  const { percent, day, money } = useFormats()
  const may = useMay()
  const [settling, setSettling] = useState(false)
  const params = { project, product }
  const list = useQuery(ask('offer.settlements', { project }, { product, sort: '-recorded', limit: 20 }))
  const terms = offer.offer?.settlement
  if (!terms) return null
  return (
    <Section
      title={t('title')}
      id="settlement"
      beside={may('finance') ? <Button onClick={() => setSettling(true)}>{t('settle')}</Button> : null}
    >
      <Facts>
        <Fact name={t('mode')}>
          {traded(terms.mode)}
          {offer.terms ? <p className="quiet">{say(offer.terms.settlement.means)}</p> : null}
        </Fact>
        <Fact name={t('instrument')}>{traded(terms.instrument)}</Fact>
        <Fact name={t('cycle')}>{t('days', { n: terms['cycle-days'] })}</Fact>
        {terms['commission-rate'] ? (
          <Fact name={t('commission')}>{percent(Number(terms['commission-rate']))}</Fact>
        ) : null}
        <Fact name={t('payee')}>
          <Payee {...params} payee={terms.payee} />
        </Fact>
        {offer.fx ? (
          <Fact name={t('fx')}>
            {offer.fx.rate ?? t('noRate', { from: offer.fx.from, to: offer.fx.to })}
            <p className="quiet">
              {t('fxDay', { day: t(offer.fx.day) })}
              {offer.fx.given ? ` · ${day(offer.fx.given)} · ${offer.fx.source ?? ''}` : ''}
            </p>
          </Fact>
        ) : null}
      </Facts>
      <ul className="settlements">
        {list.data?.rows.length === 0 ? <li className="quiet">{t('none')}</li> : null}
        {list.data?.rows.map((s) => (
          <li key={s.number}>
            <details>
              <summary>
                {t('number', { n: s.number, from: day(s.from), until: day(s.until) })}{' '}
                <Tag>{s.state === 'agreed' ? t('agreed', { by: s.agreedBy ?? '' }) : t(s.state)}</Tag>
                <span className="quiet">{t('due', { due: money(s.due), day: day(s.dueDay) })}</span>
              </summary>
              <Statement {...params} number={s.number} recordedBy={s.recordedBy} />
            </details>
          </li>
        ))}
      </ul>
      <SettleForm
        {...params}
        currency={offer.offer!.pricing.price.currency}
        last={list.data?.rows[0]?.until}
        open={settling}
        onClose={() => setSettling(false)}
      />
    </Section>
  )
}
