import { Button } from 'antd'
import { useCommand } from '../../../client/command.ts'
import type { Answer } from '../../../client/operations.ts'
import { useMay, useMe } from '../../../shell/session.ts'
import { texts } from '../../../texts/texts.ts'

const useText = texts('payee', {
  verified: { zh: '{{by}} 已核实', en: 'verified by {{by}}' },
  unverified: { zh: '未核实', en: 'not verified' },
  verify: { zh: '核实', en: 'Verify' },
  own: { zh: '须由登记人以外的财务核实', en: 'Someone in finance other than who recorded it verifies it' },
})

type Props = {
  readonly project: string
  readonly product: string
  readonly payee: NonNullable<Answer<'offer.get'>['offer']>['settlement']['payee']
}

/** I8, R4 · Who is paid, and by whom that was verified. */
export function Payee({ payee, ...params }: Props) {
  const t = useText()
  const may = useMay()
  const me = useMe().data
  const verify = useCommand('offer.verify-payee')
  if (!payee) return '—'
  if (payee['verified-by'])
    return (
      <>
        {payee.holder}
        <p className="offer-fine">{t('verified', { by: payee['verified-by'] })}</p>
      </>
    )
  const own = payee['recorded-by'] === me?.name
  return (
    <>
      {payee.holder} <span className="offer-under">{t('unverified')}</span>{' '}
      {may('finance') ? (
        <Button
          size="small"
          disabled={own}
          loading={verify.running}
          onClick={() => void verify.run({ params, input: { holder: payee.holder } })}
        >
          {t('verify')}
        </Button>
      ) : null}
      {own ? <p className="quiet">{t('own')}</p> : null}
    </>
  )
}
