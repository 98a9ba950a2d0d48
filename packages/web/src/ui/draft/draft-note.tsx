import { Alert, Button } from 'antd'
import { texts } from '../../texts/texts.ts'

const useText = texts('draft-note', {
  restored: { zh: '已恢复上次未提交的草稿', en: 'What you had not sent is restored' },
  forget: { zh: '放弃草稿', en: 'Discard it' },
})

/** Tells that a form begins with what was written before, and how to begin anew. */
export function DraftNote({ onDiscard }: { readonly onDiscard: () => void }) {
  const t = useText()
  return (
    <Alert
      type="info"
      showIcon
      title={t('restored')}
      style={{ marginBottom: 16 }}
      action={
        <Button size="small" onClick={onDiscard}>
          {t('forget')}
        </Button>
      }
    />
  )
}
