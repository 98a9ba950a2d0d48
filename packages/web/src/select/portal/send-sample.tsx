import { Button, Form } from 'antd'
import { useState } from 'react'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { TextField } from '../../ui/command/fields.tsx'
import { EvidenceField } from '../../ui/evidence/evidence-field.tsx'

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
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('send')}
      </Button>
      <CommandForm
        long
        name="product.hand-over-sample"
        title={t('title', { sample })}
        params={{ project, product }}
        ok={t('send')}
        open={open}
        onClose={() => setOpen(false)}
        inputOf={({ remark, photo }: Values) => ({
          sample,
          state: 'shipped' as const,
          ...(remark ? { remark } : {}),
          photos: photo ? [photo] : [],
        })}
      >
        <TextField name="remark" label={t('remark')} focus />
        <Form.Item name="photo" label={t('photo')}>
          <EvidenceField accept="image/*" />
        </Form.Item>
      </CommandForm>
    </>
  )
}
