import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useCommand } from '../../../client/command.ts'
import { useMay, useMe } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'

const useText = texts('statement', {
  kind: { zh: '项目', en: 'Line' },
  orderId: { zh: '订单', en: 'Order' },
  formula: { zh: '算式', en: 'Arithmetic' },
  ours: { zh: '我方', en: 'Ours' },
  theirs: { zh: '对方', en: 'Theirs' },
  difference: { zh: '差额', en: 'Difference' },
  agree: { zh: '确认', en: 'Agree' },
  reason: { zh: '接受差额的理由', en: 'Why the difference is accepted' },
  own: { zh: '须由登记人以外的财务确认', en: 'Someone in finance other than who recorded it agrees to it' },
})

type Props = {
  readonly project: string
  readonly product: string
  readonly number: number
  readonly recordedBy: string
}

/** I8 · A statement line by line with its arithmetic, beside the payer's; someone else in finance agrees to it. */
export function Statement({ project, product, number, recordedBy }: Props) {
  const t = useText()
  const say = useSay()
  const { money } = useFormats()
  const may = useMay()
  const me = useMe().data
  const [reason, setReason] = useState('')
  const shown = useQuery(ask('offer.settlement', { project, product }, { number })).data
  const agree = useCommand('offer.agree-settlement')
  if (!shown) return null
  const { statement, reconciliation } = shown
  return (
    <div className="settle-grid">
      <div className="offer-scroll">
        <table className="offer-table">
          <thead>
            <tr>
              <th>{t('kind')}</th>
              <th>{t('orderId')}</th>
              <th>{t('formula')}</th>
              <th className="end">{t('ours')}</th>
              {reconciliation ? <th className="end">{t('theirs')}</th> : null}
              {reconciliation ? <th className="end">{t('difference')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {statement.lines.map((l) => {
              const r = reconciliation?.lines.find((x) => x.kind === l.kind && x.order === l.order)
              return (
                <tr key={`${l.kind} ${l.order} ${l.day} ${l.formula}`}>
                  <td>{say(l.label)}</td>
                  <td>{l.order ?? ''}</td>
                  <td>
                    <code>{l.formula}</code>
                  </td>
                  <td className="end">{money(l.amount)}</td>
                  {reconciliation ? <td className="end">{r?.theirs ? money(r.theirs) : '—'}</td> : null}
                  {reconciliation ? (
                    <td className={`end ${r && r.state !== 'same' ? 'offer-under' : ''}`}>
                      {r ? money(r.difference) : ''}
                    </td>
                  ) : null}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {statement.rate ? <p className="quiet">{statement.rate}</p> : null}
      {shown.state !== 'agreed' && may('finance') ? (
        <div className="clause-buttons">
          {shown.state === 'differs' ? (
            <Input
              value={reason}
              onChange={(e) => setReason(e.target.value)}
              placeholder={t('reason')}
              aria-label={t('reason')}
            />
          ) : null}
          <Button
            loading={agree.running}
            disabled={recordedBy === me?.name || (shown.state === 'differs' && reason.trim().length < 4)}
            onClick={() =>
              void agree.run({ params: { project, product }, input: { number, ...(reason ? { reason } : {}) } })
            }
          >
            {t('agree')}
          </Button>
          {recordedBy === me?.name ? <span className="quiet">{t('own')}</span> : null}
        </div>
      ) : null}
    </div>
  )
}
