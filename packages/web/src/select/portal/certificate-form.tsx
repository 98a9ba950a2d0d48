import { Form, Input, Select } from 'antd'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { EvidenceField } from '../../ui/evidence/evidence-field.tsx'
import { CommandDrawer } from '../supplier/forms/command-drawer.tsx'
import { DayField, said, useNeeded } from '../supplier/forms/fields.tsx'

const useText = texts('certificate-form', {
  title: { zh: '上传证书或检测报告', en: 'Add a certificate or report' },
  save: { zh: '提交', en: 'Add' },
  type: { zh: '类型', en: 'Type' },
  body: { zh: '出具机构', en: 'Issued by' },
  number: { zh: '编号', en: 'Number' },
  models: { zh: '覆盖型号', en: 'Models it covers' },
  issued: { zh: '签发日', en: 'Issued' },
  expires: { zh: '有效至', en: 'Last day it holds' },
  evidence: { zh: '文件', en: 'File' },
})
type Values = {
  type: string
  body?: string
  number?: string
  models?: string[]
  issued?: string
  expires?: string
  evidence?: string
}
type Props = {
  readonly project: string
  readonly product: string
  readonly open: boolean
  readonly onClose: () => void
  readonly kinds: Answer<'product.kinds'>['evidence']
}

/** I3 · A certificate of a product, with its file beside it. */
export function CertificateForm({ project, product, open, onClose, kinds }: Props) {
  const t = useText()
  const say = useSay()
  const needed = useNeeded()
  const [form] = Form.useForm<Values>()
  const add = useCommand('product.add-certificate', { quiet: true, onDone: onClose })
  return (
    <CommandDrawer
      title={t('title')}
      open={open}
      onClose={onClose}
      form={form}
      does={t('save')}
      running={add.running}
      problem={add.problem}
      onSubmit={(values) => void add.run({ params: { project, product }, input: said(values) as never })}
      proof={
        <Form.Item name="evidence" label={t('evidence')}>
          <EvidenceField accept="image/*,application/pdf" />
        </Form.Item>
      }
    >
      <Form.Item name="type" label={t('type')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={kinds.map((k) => ({ value: k.id, label: say(k.name) }))}
        />
      </Form.Item>
      <Form.Item name="number" label={t('number')}>
        <Input />
      </Form.Item>
      <Form.Item name="body" label={t('body')}>
        <Input />
      </Form.Item>
      <Form.Item name="models" label={t('models')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <DayField name="issued" label={t('issued')} />
      <DayField name="expires" label={t('expires')} />
    </CommandDrawer>
  )
}
