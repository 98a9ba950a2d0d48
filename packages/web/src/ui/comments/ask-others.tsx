import { App, Button } from 'antd'
import { useCommand } from '../../client/command.ts'
import type { Input } from '../../client/operations.ts'
import { texts } from '../../texts/texts.ts'

const useText = texts('ask-others', {
  approval: { zh: '请同事批准', en: 'Ask colleagues to approve' },
  release: { zh: '请同事放行', en: 'Ask colleagues to release' },
  asked: { zh: '已通知可以办理的同事', en: 'Those who may were told' },
})

/** P5, I9 · Tells those who may that a second pair of eyes is wanted. */
export function AskOthers({
  project,
  what,
  block = false,
}: {
  readonly project: string
  readonly what: Input<'project.ask'>['what']
  /** as wide as what it stands in */
  readonly block?: boolean
}) {
  const t = useText()
  const { message } = App.useApp()
  const ask = useCommand('project.ask', { onDone: () => void message.success(t('asked')) })
  return (
    <Button block={block} loading={ask.running} onClick={() => void ask.run({ params: { project }, input: { what } })}>
      {t(what)}
    </Button>
  )
}
