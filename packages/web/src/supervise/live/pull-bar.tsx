import { Button } from 'antd'
import { useEffect } from 'react'
import { useCommand } from '../../client/command.ts'
import { texts } from '../../texts/texts.ts'
import type { DeskShown } from './desk-types.ts'

const useText = texts('pull-bar', {
  pull: { zh: '撤下“{{title}}”', en: 'Pull “{{title}}”' },
  goes: { zh: '替补“{{title}}”即刻顶上', en: 'Its substitute “{{title}}” takes the slot at once' },
  none: { zh: '没有替补，此坑位将空缺', en: 'There is no substitute: the slot ends' },
  safety: { zh: '安全隐患', en: 'Unsafe' },
  price: { zh: '价格有误', en: 'Wrong price' },
  stock: { zh: '库存不足', en: 'Out of stock' },
  unlike: { zh: '货不对板', en: 'Unlike the sample' },
  claim: { zh: '宣称无据', en: 'Claim not proven' },
  cancel: { zh: '不撤', en: 'Keep it' },
})
const REASONS = ['safety', 'price', 'stock', 'unlike', 'claim'] as const

type Props = {
  readonly project: string
  readonly slot: DeskShown['slots'][number]
  readonly onClose: () => void
}

/** S3 · Takes a product off: its reason by one key, and the substitute slides in on every desk. */
export function PullBar({ project, slot, onClose }: Props) {
  const t = useText()
  const pull = useCommand('live.pull', { onDone: onClose })
  const { run, running } = pull
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
      const reason = REASONS[Number(event.key) - 1]
      if (!reason || running || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      void run({ params: { project }, input: { product: slot.product, reason: t(reason) } })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
  return (
    <div className="pull-bar" role="alertdialog" aria-label={t('pull', { title: slot.title })}>
      <div>
        <strong>{t('pull', { title: slot.title })}</strong>
        <p>{slot.substituteTitle ? t('goes', { title: slot.substituteTitle }) : t('none')}</p>
      </div>
      <div className="pull-reasons">
        {REASONS.map((reason, i) => (
          <Button
            key={reason}
            danger
            type={i === 0 ? 'primary' : 'default'}
            size="large"
            loading={running}
            autoFocus={i === 0}
            onClick={() => void run({ params: { project }, input: { product: slot.product, reason: t(reason) } })}
          >
            <kbd>{i + 1}</kbd> {t(reason)}
          </Button>
        ))}
        <Button size="large" type="text" onClick={onClose}>
          {t('cancel')} <kbd>Esc</kbd>
        </Button>
      </div>
    </div>
  )
}
