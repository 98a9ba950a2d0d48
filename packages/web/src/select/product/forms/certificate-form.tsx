import { Form, Select } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { DayField, ProofField, TextField, Two, useNeeded } from '../../../ui/command/fields.tsx'
import type { OfProduct } from '../of-product.ts'
import { useKindOptions } from './class-fields.tsx'
import type { Shared } from './shared.ts'

const useText = texts('certificate-form', {
  type: { zh: '类型', en: 'Type' },
  number: { zh: '编号', en: 'Number' },
  body: { zh: '签发机构', en: 'Issued by' },
  models: { zh: '覆盖型号', en: 'Models covered' },
  modelsHelp: { zh: '逐个输入后回车；留空表示覆盖全部型号', en: 'Enter after each; empty means all models' },
  markets: { zh: '适用市场', en: 'Markets' },
  marketsHelp: { zh: '留空表示不限市场', en: 'Empty means any market' },
  issued: { zh: '签发日', en: 'Issued' },
  expires: { zh: '有效至', en: 'Last day it holds' },
  evidence: { zh: '证书或报告文件', en: 'The certificate or report' },
})
type Props = Shared & Pick<OfProduct, 'product' | 'review'> & { readonly more: Readonly<Record<string, unknown>> }

/** I3 · A certificate or test report, with what it covers and until when; its file stands beside it. */
export function CertificateForm({ more, product, review, ...shared }: Props) {
  const t = useText()
  const needed = useNeeded()
  const { market } = useWords()
  const asked = (review?.markets ?? []).flatMap((m) => m.certificates)
  const type = more.type ?? asked.find((c) => c.rule === more.rule)?.type.id
  const first = new Set(asked.filter((c) => c.held !== 'held').map((c) => c.type.id))
  const options = useKindOptions('evidence').sort((a, b) => Number(first.has(b.value)) - Number(first.has(a.value)))
  return (
    <CommandForm
      {...shared}
      name="product.add-certificate"
      initial={{ type, models: product.facts?.model ? [product.facts.model] : [] }}
      proof={<ProofField label={t('evidence')} />}
    >
      <Form.Item name="type" label={t('type')} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <TextField name="number" label={t('number')} />
      <TextField name="body" label={t('body')} />
      <Form.Item name="models" label={t('models')} extra={t('modelsHelp')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="markets" label={t('markets')} extra={t('marketsHelp')}>
        <Select
          mode="multiple"
          options={Object.keys(product.markets).map((id) => ({ value: id, label: market(id) }))}
        />
      </Form.Item>
      <Two>
        <DayField name="issued" label={t('issued')} />
        <DayField name="expires" label={t('expires')} />
      </Two>
    </CommandForm>
  )
}
