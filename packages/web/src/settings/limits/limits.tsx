import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client/ask.ts'
import { useMay } from '../../shell/session.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Page } from '../../ui/page/page.tsx'
import { RefundLimit } from './refund-limit.tsx'
import { RetentionLimit } from './retention-limit.tsx'
import { RiskLimit } from './risk-limit.tsx'

const useText = texts('limits', {
  title: { zh: '限额与期限', en: 'Limits' },
  about: {
    zh: '组织自定的退款限额、风险阈值与保存年限：注明标准的默认值与依据，自某日起生效。',
    en: 'What the organisation sets for refunds, thresholds and keeping: beside the standard’s own and its source, from a day on.',
  },
  readOnly: { zh: '由组织所有者修改', en: 'Changed by an owner of the organisation' },
})

/** T2, T4, S2 · The limits the organisation goes by. */
export function Limits() {
  const t = useText()
  const owner = useMay()()
  const limits = useQuery(ask('limit.list', {}))
  return (
    <Page title={t('title')} about={owner ? t('about') : `${t('about')} ${t('readOnly')}`}>
      <Asked of={limits}>
        {(of) => (
          <>
            <RefundLimit of={of.refund} day={of.day} owner={owner} />
            <RiskLimit of={of.risk} day={of.day} owner={owner} />
            <RetentionLimit of={of.retention} day={of.day} owner={owner} />
          </>
        )}
      </Asked>
    </Page>
  )
}
