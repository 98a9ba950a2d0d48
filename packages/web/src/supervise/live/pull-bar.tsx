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
  taken: { zh: '“{{title}}”已由同事撤下', en: 'A colleague has pulled “{{title}}”' },
  over: { zh: '“{{title}}”已不在讲，没有撤下', en: '“{{title}}” is no longer on air; it was not pulled' },
  stop: { zh: '如须停售，请在“风险”中冻结。', en: 'To stop its sale, hold it under Risk.' },
  understood: { zh: '知道了', en: 'Understood' },
  cancel: { zh: '不撤', en: 'Keep it' },
})
const REASONS = ['safety', 'price', 'stock', 'unlike', 'claim'] as const

type Props = {
  readonly project: string
  /** as it was when its product was to be pulled */
  readonly slot: DeskShown['slots'][number]
  readonly desk: DeskShown
  readonly onClose: () => void
}

/** S3 · Takes a product off: its reason by one key, and the substitute slides in on every desk. */
export function PullBar({ project, slot, desk, onClose }: Props) {
  const t = useText()
  const pull = useCommand('live.pull', { onDone: onClose })
  const { run, running } = pull
  const taken = desk.slots.some((s) => s.pulled.includes(slot.product))
  // nothing is taken off in place of what has gone already; while it is being pulled from here, that is no news
  const gone = !running && !desk.slots.some((s) => s.state === 'on-air' && s.product === slot.product)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
      const reason = REASONS[Number(event.key) - 1]
      if (!reason || running || gone || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      void run({ params: { project }, input: { product: slot.product, reason: t(reason) } })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
  if (gone)
    return (
      <div className="pull-bar" role="alertdialog" aria-label={t(taken ? 'taken' : 'over', { title: slot.title })}>
        <div>
          <strong>{t(taken ? 'taken' : 'over', { title: slot.title })}</strong>
          {taken ? null : <p>{t('stop')}</p>}
        </div>
        <div className="pull-reasons">
          <Button key="understood" size="large" autoFocus onClick={onClose}>
            {t('understood')} <kbd>Esc</kbd>
          </Button>
        </div>
      </div>
    )
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
