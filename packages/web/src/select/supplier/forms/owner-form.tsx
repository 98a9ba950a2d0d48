import { Form, Input, InputNumber } from 'antd'
import { useCommand } from '../../../client/command.ts'
import { texts } from '../../../texts/texts.ts'
import { EvidenceField } from '../../../ui/evidence/evidence-field.tsx'
import { CommandDrawer } from './command-drawer.tsx'
import { CountryField, said, useNeeded } from './fields.tsx'

const useText = texts('owner-form', {
  title: { zh: '登记受益所有人', en: 'Record a beneficial owner' },
  save: { zh: '登记', en: 'Record' },
  name: { zh: '姓名', en: 'Name' },
  share: { zh: '持股或表决权比例（%）', en: 'Share of capital or votes (%)' },
  evidence: { zh: '证明', en: 'Evidence' },
})
type Values = { name: string; country?: string; percent?: number; evidence?: string }
type Props = { readonly open: boolean; readonly onClose: () => void; readonly supplier: string }

/** I2 · A person who owns the supplier in the end. */
export function OwnerForm({ open, onClose, supplier }: Props) {
  const t = useText()
  const needed = useNeeded()
  const [form] = Form.useForm<Values>()
  const add = useCommand('supplier.add-beneficial-owner', { quiet: true, onDone: onClose })
  return (
    <CommandDrawer
      title={t('title')}
      open={open}
      onClose={onClose}
      form={form}
      does={t('save')}
      running={add.running}
      problem={add.problem}
      onSubmit={({ percent, ...rest }) => {
        const share = percent === undefined || percent === null ? {} : { share: shareOf(percent) }
        void add.run({ params: { supplier }, input: { ...said(rest), ...share } as never })
      }}
    >
      <Form.Item name="name" label={t('name')} rules={needed}>
        <Input autoFocus />
      </Form.Item>
      <CountryField needed={false} />
      <Form.Item name="percent" label={t('share')}>
        <InputNumber min={0} max={100} precision={2} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="evidence" label={t('evidence')}>
        <EvidenceField />
      </Form.Item>
    </CommandDrawer>
  )
}

/** 51.5 → "0.515", without the noise of floats. */
const shareOf = (percent: number): string => (percent >= 100 ? '1' : (Math.round(percent * 100) / 10_000).toString())
