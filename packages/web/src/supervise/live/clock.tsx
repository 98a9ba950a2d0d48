import { useEffect, useState } from 'react'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import type { DeskShown } from './desk-types.ts'

const useText = texts('live-clock', {
  elapsed: { zh: '已播 {{time}}', en: '{{time}} on air' },
  clock: { zh: '直播时钟', en: 'Clock of the stream' },
  over: { zh: '已结束', en: 'Over' },
})

const two = (n: number) => String(n).padStart(2, '0')
const span = (ms: number) => {
  const s = Math.max(0, Math.floor(ms / 1000))
  return `${s >= 3600 ? `${Math.floor(s / 3600)}:` : ''}${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
}

/** How long it is since a moment, second by second; by the server's clock. */
function useNow(serverNow: string): number {
  const [apart] = useState(() => Date.parse(serverNow) - Date.now())
  const [now, setNow] = useState(() => Date.now() + apart)
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now() + apart), 1000)
    return () => clearInterval(tick)
  }, [apart])
  return now
}

/** The time where the stream is, and how long it has been on air. */
export function Clock({ clock }: { readonly clock: DeskShown['clock'] }) {
  const t = useText()
  const { zone } = useFormats()
  const now = useNow(clock.now)
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: clock.zone,
  }).format(now)
  return (
    <div className="live-clock" role="timer" aria-label={t('clock')}>
      <strong>{time}</strong>
      <span>
        {zone(clock.now, clock.zone)} ·{' '}
        {clock.ended ? t('over') : t('elapsed', { time: span(now - Date.parse(clock.started ?? clock.now)) })}
      </span>
    </div>
  )
}

/** How long a product has been on air. */
export function Since({ from, now }: { readonly from: string; readonly now: string }) {
  const at = useNow(now)
  return <span className="live-since">{span(at - Date.parse(from))}</span>
}
