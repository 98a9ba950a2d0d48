import { Button, Dropdown, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { useOutcome } from './case-words.ts'
import { DecideAgain } from './decide-again.tsx'
import { ReceiveGoods } from './receive-goods.tsx'

const useText = texts('case-actions', {
  decide: { zh: '裁定', en: 'Decide' },
  again: { zh: '重新裁定', en: 'Decide again' },
  receive: { zh: '登记退货签收', en: 'Record goods back' },
  refund: { zh: '退款 {{amount}}', en: 'Pay back {{amount}}' },
  confirm: { zh: '复核并退款 {{amount}}', en: 'Confirm {{amount}}' },
  close: { zh: '结案', en: 'Close' },
  more: { zh: '更多', en: 'More' },
  reference: { zh: '支付凭证号', en: 'Reference of the payment' },
  outcome: { zh: '结果', en: 'Outcome' },
  needed: { zh: '请填写', en: 'Please fill this in' },
  byService: { zh: '由客服办理', en: 'Service does this' },
  byFinance: { zh: '由财务或客服退款', en: 'Finance or service pays back' },
  other: {
    zh: '超过一人可退的限额（未设定时一律复核），须由 {{by}} 以外的人复核',
    en: 'Above what one person may pay back (nothing, while no limit is set): someone other than {{by}} confirms',
  },
})
type Case = Answer<'case.get'>

/** How a case may end from where it stands. */
const ENDS = {
  open: ['withdrawn-by-buyer'],
  owed: ['withdrawn-by-buyer'],
  'to-mend': ['repaired', 'replaced', 'exchanged', 'withdrawn-by-buyer'],
  refused: ['refused', 'withdrawn-by-buyer'],
  'refund-asked': ['withdrawn-by-buyer'],
  refunded: ['refunded', 'exchanged'],
  closed: [],
} as const

/** What stops the next step of a case, in words. */
export function useNextStep(of: Case): string | undefined {
  const t = useText()
  const may = useMay()
  const me = useMe().data
  if (of.state === 'open' && !may('service')) return t('byService')
  if (of.state === 'owed' && !may('finance', 'service')) return t('byFinance')
  const asker = of.steps['refund-asked']?.by
  if (of.state === 'refund-asked' && asker === me?.name) return t('other', { by: asker })
  return undefined
}

/** T4 · The one next step of a case, and behind it what else can be done. */
export function CaseActions({ of }: { readonly of: Case }) {
  const t = useText()
  const may = useMay()
  const formats = useFormats()
  const stopped = useNextStep(of) !== undefined
  const [doing, setDoing] = useState<'refund' | 'receive' | 'close' | 'again'>()
  const { run: decide, running } = useCommand('case.decide')
  const decideNow = () => void decide({ params: { case: of.id }, input: {}, version: of.version })
  const total = of.total === null ? '' : formats.money(of.total)
  const primary = {
    open: (
      <Button type="primary" loading={running} disabled={stopped} onClick={decideNow}>
        {t('decide')}
      </Button>
    ),
    owed: (
      <Button type="primary" disabled={stopped} onClick={() => setDoing('refund')}>
        {t('refund', { amount: total })}
      </Button>
    ),
    'refund-asked': (
      <Button type="primary" disabled={stopped} onClick={() => setDoing('refund')}>
        {t('confirm', { amount: total })}
      </Button>
    ),
  }
  const next =
    of.state in primary ? (
      primary[of.state as keyof typeof primary]
    ) : of.state === 'closed' ? null : (
      <Button type="primary" disabled={!may('service')} onClick={() => setDoing('close')}>
        {t('close')}
      </Button>
    )
  const before = !['refunded', 'closed'].includes(of.state)
  const more = [
    ...(before && may('service', 'quality') && of.record.case['goods-back'] === undefined
      ? [{ key: 'receive', label: t('receive'), onClick: () => setDoing('receive') }]
      : []),
    ...(before && of.state !== 'open' && may('service')
      ? [{ key: 'again', label: t('again'), onClick: () => setDoing('again') }]
      : []),
    ...(of.state in primary && may('service')
      ? [{ key: 'close', label: t('close'), onClick: () => setDoing('close') }]
      : []),
  ]
  const close = () => setDoing(undefined)
  return (
    <>
      {more.length > 0 ? (
        <Dropdown autoFocus menu={{ items: more }} trigger={['click']}>
          <Button>{t('more')}</Button>
        </Dropdown>
      ) : null}
      {next}
      {doing === 'refund' ? <Refund of={of} onClose={close} /> : null}
      {doing === 'receive' ? <ReceiveGoods of={of} onClose={close} /> : null}
      {doing === 'again' ? <DecideAgain of={of} onClose={close} /> : null}
      {doing === 'close' ? <Close of={of} onClose={close} /> : null}
    </>
  )
}

type Props = { readonly of: Case; readonly onClose: () => void }

function Refund({ of, onClose }: Props) {
  const t = useText()
  const formats = useFormats()
  const title = t(of.state === 'refund-asked' ? 'confirm' : 'refund', {
    amount: of.total === null ? '' : formats.money(of.total),
  })
  return (
    <CommandForm
      name="case.refund"
      title={title}
      ok={title}
      params={{ case: of.id }}
      version={of.version}
      onClose={onClose}
    >
      <Form.Item name="reference" label={t('reference')} rules={[{ required: true, message: t('needed') }]}>
        <Input />
      </Form.Item>
    </CommandForm>
  )
}

function Close({ of, onClose }: Props) {
  const t = useText()
  const outcome = useOutcome()
  const ends = ENDS[of.state]
  return (
    <CommandForm
      name="case.close"
      title={t('close')}
      ok={t('close')}
      params={{ case: of.id }}
      version={of.version}
      initial={{ outcome: ends[0] }}
      onClose={onClose}
    >
      <Form.Item name="outcome" label={t('outcome')} rules={[{ required: true, message: t('needed') }]}>
        <Select options={ends.map((value) => ({ value, label: outcome(value) }))} />
      </Form.Item>
    </CommandForm>
  )
}
