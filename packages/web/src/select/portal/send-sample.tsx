import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../client/command.ts'
import { texts } from '../../texts/texts.ts'
import { EvidenceField } from '../../ui/evidence/evidence-field.tsx'
import { CommandDrawer } from '../supplier/forms/command-drawer.tsx'

const useText = texts('send-sample', {
  send: { zh: '登记寄出', en: 'It is on its way' },
  title: { zh: '寄出样品 {{sample}}', en: 'Send sample {{sample}}' },
  remark: { zh: '快递公司与单号', en: 'Carrier and number' },
  photo: { zh: '样品照片', en: 'Photo of the sample' },
})
type Values = { remark?: string; photo?: string }
type Props = { readonly project: string; readonly product: string; readonly sample: string }

/** I4 · The supplier hands a sample over to a carrier. */
export function SendSample({ project, product, sample }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Values>()
  const close = () => setOpen(false)
  const send = useCommand('product.hand-over-sample', { quiet: true, onDone: close })
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('send')}
      </Button>
      <CommandDrawer
        title={t('title', { sample })}
        open={open}
        onClose={close}
        form={form}
        does={t('send')}
        running={send.running}
        problem={send.problem}
        onSubmit={({ remark, photo }) =>
          void send.run({
            params: { project, product },
            input: { sample, state: 'shipped', ...(remark ? { remark } : {}), photos: photo ? [photo] : [] } as never,
          })
        }
      >
        <Form.Item name="remark" label={t('remark')}>
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="photo" label={t('photo')}>
          <EvidenceField accept="image/*" />
        </Form.Item>
      </CommandDrawer>
    </>
  )
}
