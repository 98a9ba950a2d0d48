import { Alert, Button, Typography } from 'antd'
import { texts } from '../texts/texts.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import './settings.css'

const useText = texts('once', {
  warn: { zh: '只显示这一次，请现在复制保存。', en: 'Shown this once: copy it now.' },
  kept: { zh: '已保存', en: 'I have kept it' },
})

/** A secret that the server shows once and never again. */
export function Once(props: {
  readonly title: string
  readonly about?: string
  readonly secret: string | undefined
  readonly onClose: () => void
}) {
  const t = useText()
  const { title, about, secret, onClose } = props
  return (
    <Dialog
      open={secret !== undefined}
      title={title}
      onClose={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      }
    >
      <div className="once">
        <Alert type="warning" showIcon title={t('warn')} />
        {about ? <p>{about}</p> : null}
        <Typography.Text code copyable={{ text: secret ?? '' }}>
          {secret}
        </Typography.Text>
      </div>
    </Dialog>
  )
}
