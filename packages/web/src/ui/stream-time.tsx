import type { Day } from '@haixuan/domain/kernel/day'
import { instantIn } from '@haixuan/domain/kernel/zone'
import { useFormats } from '../texts/formats.ts'
import { texts } from '../texts/texts.ts'

const useText = texts('stream-time', { here: { zh: '您的时间 {{at}}', en: '{{at}} your time' } })

type Props = {
  readonly day: string
  readonly time: string | null | undefined
  readonly zone: string | null | undefined
}

/** P1 · When a stream begins: by the clocks of its market, and by the reader's where they show another time. */
export function StreamTime({ day, time, zone }: Props) {
  const t = useText()
  const formats = useFormats()
  if (!time || !zone) return <>{[formats.day(day), time].filter(Boolean).join(' ')}</>
  const starts = instantIn(zone, day as Day, time)
  return (
    <>
      {formats.moment(starts, zone)}
      {formats.sameClock(starts, zone) ? null : (
        <span className="quiet"> · {t('here', { at: formats.shortMoment(starts) })}</span>
      )}
    </>
  )
}
