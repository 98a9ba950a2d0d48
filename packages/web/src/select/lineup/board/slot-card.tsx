import { LockFilled } from '@ant-design/icons'
import type { JudgedSeat } from '@haixuan/domain/select/lineup/board/judge-board'
import { total } from '@haixuan/domain/select/lineup/points'
import type { ReactNode } from 'react'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { GateMark, type Mark } from '../../../ui/gate/gate-mark.tsx'
import { useLineupSay } from '../lineup-words.tsx'
import type { Board } from './use-board.ts'

export const useCardText = texts('slot-card', {
  slot: { zh: '第 {{slot}} 位', en: 'Slot {{slot}}' },
  empty: { zh: '空位', en: 'Empty' },
  locked: { zh: '已锁定', en: 'locked' },
  points: { zh: '{{points}} 分', en: '{{points}}' },
  minutes: { zh: '{{minutes}} 分钟', en: '{{minutes}} min' },
  substitute: { zh: '替补：{{title}}', en: 'Substitute: {{title}}' },
  none: { zh: '无替补', en: 'No substitute' },
  warns: { zh: '{{count}} 条提醒', en: { one: '{{count}} warning', other: '{{count}} warnings' } },
})

type Props = {
  readonly seat: JudgedSeat
  readonly board: Board
  readonly state: Mark | undefined
  readonly substitute?: string | undefined
  readonly time?: string | undefined
}

/** What a card shows: place and time, product, role, points, price, what is to be said of it. */
export function SlotCardBody({ seat, board, state, substitute, time }: Props): ReactNode {
  const t = useCardText()
  const say = useLineupSay()
  const { term } = useWords()
  const { money, number } = useFormats()
  const c = seat.product === null ? undefined : board.candidates.get(seat.product)
  const warns = seat.findings.filter((f) => f.severity === 'warn')
  const notes = seat.findings.filter((f) => f.severity === 'note')
  return (
    <>
      <span className="slot-top">
        <b className="slot-number" aria-hidden="true">
          {seat.slot}
        </b>
        <span className="heard">{t('slot', { slot: seat.slot })}</span>
        {time ? <time>{time}</time> : null}
        <span className="slot-marks">
          {seat.locked ? <LockFilled aria-label={t('locked')} /> : null}
          {state ? <GateMark state={state} small /> : null}
        </span>
      </span>
      <span className="slot-title">{c?.title ?? seat.product ?? t('empty')}</span>
      <span className="slot-line">
        {seat.role ? <span className="role-name">{term(seat.role)}</span> : null}
        {seat.points ? <span>{t('points', { points: number(total(seat.points)) })}</span> : null}
      </span>
      <span className="slot-line quiet">
        {c ? <span>{money(c.price)}</span> : null}
        {seat.minutes ? <span>{t('minutes', { minutes: seat.minutes })}</span> : null}
      </span>
      {warns.length + notes.length > 0 ? (
        <span
          className={warns.length > 0 ? 'slot-warn' : 'slot-note'}
          title={[...warns, ...notes].map((f) => say(f.what)).join('\n')}
        >
          {say((warns[0] ?? notes[0])!.what)}
        </span>
      ) : null}
      {substitute !== undefined ? (
        <span className="slot-substitute">{t('substitute', { title: substitute })}</span>
      ) : null}
    </>
  )
}
