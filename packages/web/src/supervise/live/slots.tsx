import { useEffect, useRef } from 'react'
import { texts } from '../../texts/texts.ts'
import type { DeskShown } from './desk-types.ts'

const useText = texts('live-slots', {
  title: { zh: '坑位', en: 'Slots' },
  waiting: { zh: '待播', en: 'waiting' },
  'on-air': { zh: '在播', en: 'on air' },
  done: { zh: '已播', en: 'done' },
  skipped: { zh: '跳过', en: 'skipped' },
  pulled: { zh: '撤下', en: 'pulled' },
  held: { zh: '不可上播', en: 'may not air' },
  substitute: { zh: '替补：{{title}}', en: 'Substitute: {{title}}' },
})

/** Every slot of the stream, with its substitute. */
export function Slots({ slots }: { readonly slots: DeskShown['slots'] }) {
  const t = useText()
  const list = useRef<HTMLOListElement>(null)
  const onAir = slots.find((s) => s.state === 'on-air')?.slot
  // what is on air is in sight, with what comes after it
  useEffect(() => {
    const shown = onAir === undefined ? undefined : list.current?.querySelector<HTMLElement>('[aria-current]')
    const first = list.current?.querySelector<HTMLElement>('li')
    if (list.current && shown && first) list.current.scrollTop = shown.offsetTop - first.offsetTop - shown.offsetHeight
  }, [onAir])
  return (
    <section className="live-slots" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <ol ref={list} tabIndex={0} aria-label={t('title')}>
        {slots.map((slot) => {
          const state = slot.state === 'waiting' && !slot.mayAir ? 'held' : slot.state
          return (
            <li key={slot.slot} className={`slot-${state}`} aria-current={slot.state === 'on-air' ? 'step' : undefined}>
              <span className="slot-number">{slot.slot}</span>
              <span className="slot-title">
                {slot.title}
                {slot.substituteTitle ? <small>{t('substitute', { title: slot.substituteTitle })}</small> : null}
              </span>
              <span className="slot-state">{t(state)}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
