import { Button } from 'antd'
import { useCommand } from '../../client/command.ts'
import { texts } from '../../texts/texts.ts'

const useText = texts('read-all', { read: { zh: '全部标为已读', en: 'Mark all as read' } })

export function ReadAll({ disabled }: { readonly disabled: boolean }) {
  const t = useText()
  const read = useCommand('notification.read')
  return (
    <Button
      size="small"
      type="link"
      disabled={disabled}
      loading={read.running}
      onClick={() => void read.run({ params: {}, input: {} })}
    >
      {t('read')}
    </Button>
  )
}
