import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { today } from '../../texts/today.ts'
import './until-day.css'

const useText = texts('until-day', {
  never: { zh: '长期', en: 'No end' },
  left: { zh: '剩 {{count}} 天', en: { one: '{{count}} day left', other: '{{count}} days left' } },
  over: { zh: '已过 {{count}} 天', en: { one: '{{count}} day ago', other: '{{count}} days ago' } },
})
/** Days from which on the end is told as near. */
const NEAR = 60

/** The last day of something: how near it is, in words, where it is near or past. */
export function UntilDay({ day }: { readonly day: string | null | undefined }) {
  const t = useText()
  const formats = useFormats()
  if (!day) return <span className="quiet">{t('never')}</span>
  const left = Math.round((Date.parse(day) - Date.parse(today())) / 86_400_000)
  return (
    <span className={left < 0 ? 'until until-over' : left <= NEAR ? 'until until-near' : 'until'}>
      {formats.day(day)}
      {left < 0 ? (
        <small>{t('over', { count: -left })}</small>
      ) : left <= NEAR ? (
        <small>{t('left', { count: left })}</small>
      ) : null}
    </span>
  )
}
