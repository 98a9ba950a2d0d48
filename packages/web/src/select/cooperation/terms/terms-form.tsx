import { Form } from 'antd'
import type { Answer } from '../../../client/operations.ts'
import { texts } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { ContractFields } from './contract-fields.tsx'
import { CostFields } from './cost-fields.tsx'
import { DeliveryFields } from './delivery-fields.tsx'
import { PricingFields } from './pricing-fields.tsx'
import { SettlementFields } from './settlement-fields.tsx'
import { firstTerms, termsFrom } from './terms.ts'
import { Weighed } from './weighed.tsx'

const useText = texts('terms-form', {
  title: { zh: '合作条件', en: 'Terms' },
  save: { zh: '登记', en: 'Record' },
})

type Props = {
  readonly project: string
  readonly product: string
  readonly offer: Answer<'offer.get'>
  readonly open: boolean
  readonly onClose: () => void
}

/** I6–I8, P4 · The terms, with what they cost and lack beside them while they are written. */
export function TermsForm({ project, product, offer, open, onClose }: Props) {
  const t = useText()
  const [form] = Form.useForm<object>()
  const markets = offer.markets.map((m) => m.id)
  const currency = offer.offer?.pricing.price.currency ?? offer.markets[0]?.currency ?? 'EUR'
  const params = { project, product }
  return (
    <CommandForm
      name="offer.agree"
      title={t('title')}
      params={params}
      version={offer.version ?? undefined}
      ok={t('save')}
      open={open}
      onClose={onClose}
      form={form}
      draft={`offer ${project} ${product}`}
      width={1080}
      marks="needed"
      initial={firstTerms(offer.offer, markets, currency)}
      inputOf={(written) => termsFrom(offer.offer, written)}
      proof={<Weighed {...params} form={form} termsOf={(written) => termsFrom(offer.offer, written)} />}
    >
      <PricingFields {...{ project, markets, currency }} />
      <CostFields currency={currency} />
      <DeliveryFields currency={currency} />
      <SettlementFields currency={currency} />
      <ContractFields />
    </CommandForm>
  )
}
