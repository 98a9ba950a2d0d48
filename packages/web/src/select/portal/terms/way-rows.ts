import { toMoney } from '@haixuan/domain/select/cooperation/amount'
import { useFormats } from '../../../texts/formats.ts'
import { useWords } from '../../../texts/words.ts'
import type { Row, Terms } from './price-rows.ts'
import { useTermsWords } from './terms-words.ts'

/** I7, T4 · How goods go out and come back. */
export function useWayRows(): (terms: Terms) => readonly Row[] {
  const t = useTermsWords()
  const { traded } = useWords()
  const { money, percent, country } = useFormats()
  const days = (n: number | string | undefined) =>
    n === undefined ? undefined : t('days', { n, count: typeof n === 'number' ? n : 2 } as never)
  return ({ delivery: d, returns: r }) => {
    const [lead, back] = [d['lead-days'], d['return-path']]
    return [
      [t('mode'), traded(d.mode)],
      [t('lead'), lead ? days(`${lead.min}–${lead.max}`) : undefined],
      [t('shipping'), d['shipping-charged'] ? money(toMoney(d['shipping-charged'])) : undefined],
      [t('incoterm'), d.incoterm?.toUpperCase()],
      [t('hs'), d.customs.hs],
      [t('origin'), d.customs.origin ? country(d.customs.origin) : undefined],
      [t('declared'), d.customs['declared-name']],
      [
        t('back'),
        back
          ? [traded(back.kind), t('paidBy', { who: t(back['paid-by']) }), ...(back.address ? [back.address] : [])]
          : undefined,
      ],
      [t('returns'), days(r?.days)],
      [t('refund'), days(r?.['refund-days'])],
      [
        t('outbound'),
        r?.['outbound-shipping'] === undefined
          ? undefined
          : t(r['outbound-shipping'] ? 'outboundBack' : 'outboundKept'),
      ],
      [
        t('returnPayer'),
        r?.['return-shipping-payer'] ? t('paidBy', { who: t(r['return-shipping-payer']) }) : undefined,
      ],
      [t('restocking'), r?.['restocking-share'] ? percent(Number(r['restocking-share'])) : undefined],
      [
        t('excluded'),
        r?.['accepts-excluded'] === undefined ? undefined : t(r['accepts-excluded'] ? 'taken' : 'notTaken'),
      ],
    ]
  }
}

/** I8 · How, in what and when the parties are paid. */
export function useSettlementRows(): (terms: Terms) => readonly Row[] {
  const t = useTermsWords()
  const { traded } = useWords()
  const { money, percent } = useFormats()
  const sum = (amount: { readonly amount: string; readonly currency: string } | undefined) =>
    amount ? money(toMoney(amount)) : undefined
  return ({ settlement: s }) => [
    [t('settled'), traded(s.mode)],
    [t('commission'), s['commission-rate'] ? percent(Number(s['commission-rate'])) : undefined],
    [t('slotFee'), sum(s['slot-fee'])],
    [t('gmv'), s.guaranteed ? [sum(s.guaranteed.gmv) ?? '', t(s.guaranteed.shortfall)] : undefined],
    [t('unitPrice'), sum(s['unit-price'])],
    [t('deposit'), sum(s.deposit)],
    [t('instrument'), traded(s.instrument)],
    [t('currency'), s.currency],
    [t('cycle'), t('days', { n: s['cycle-days'], count: s['cycle-days'] } as never)],
    [t('fx'), t(s['fx-day'])],
    [t('invoice'), t(s.invoice)],
    [t('holder'), s.payee?.holder],
  ]
}
