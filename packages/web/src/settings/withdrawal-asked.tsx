import { Button } from 'antd'
import { useFormats } from '../texts/formats.ts'
import { texts } from '../texts/texts.ts'
import { Section } from '../ui/page/page.tsx'
import './settings.css'

const useText = texts('withdrawal-asked', {
  title: { zh: '待确认的停用', en: 'Withdrawal to be confirmed' },
  asked: { zh: '{{by}} 于 {{at}} 提请停用：{{why}}', en: '{{by}} asked for it on {{at}}: {{why}}' },
  from: { zh: '自 {{day}} 起停用', en: 'No longer in force from {{day}}' },
  confirm: { zh: '确认停用', en: 'Confirm' },
  keep: { zh: '不予停用', en: 'Turn down' },
  takeBack: { zh: '撤回提请', en: 'Take it back' },
  mine: { zh: '您提请的停用须由另一人确认', en: 'You asked for it: another person confirms it' },
})
type Props = {
  readonly by: string
  readonly at: string
  readonly why: string
  /** the first day it would no longer hold; as soon as it is confirmed when absent */
  readonly from?: string | null
  /** asked for by the reader */
  readonly mine: boolean
  readonly may: boolean
  /** whose it is to confirm */
  readonly role: string
  readonly confirming: boolean
  readonly onConfirm: () => void
  readonly onKeep: () => void
}

/** What one person asked to be withdrawn, and a second person's word on it. */
export function WithdrawalAsked({ by, at, why, from, mine, may, role, confirming, onConfirm, onKeep }: Props) {
  const t = useText()
  const { day, moment } = useFormats()
  const stops = may ? (mine ? t('mine') : undefined) : role
  return (
    <Section title={t('title')}>
      <p>{t('asked', { by, at: moment(at), why })}</p>
      {from ? <p className="quiet">{t('from', { day: day(from) })}</p> : null}
      <div className="settings-bar">
        <Button type="primary" danger disabled={stops !== undefined} loading={confirming} onClick={onConfirm}>
          {t('confirm')}
        </Button>
        {may ? <Button onClick={onKeep}>{t(mine ? 'takeBack' : 'keep')}</Button> : null}
        {stops ? <span className="quiet">{stops}</span> : null}
      </div>
    </Section>
  )
}
