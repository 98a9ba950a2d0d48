import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import type { Review } from '../record.ts'
import { useSupplierWords } from '../words.ts'
import './paper-time-line.css'

const useText = texts('paper-time-line', {
  label: { zh: '证件期限与直播日', en: 'Papers and streams in time' },
  today: { zh: '今天', en: 'Today' },
  none: { zh: '没有会到期的证件', en: 'Nothing on record lapses' },
  before: { zh: '{{name}} 早于直播日到期', en: 'lapses before {{name}}' },
  lapsed: { zh: '已到期', en: 'lapsed' },
})
const DAY = 86_400_000
const PAST = 45
const AHEAD = 400

/** I2 · What lapses when, drawn against today and the streams that it is to reach. */
export function PaperTimeLine({ review }: { readonly review: Review }) {
  const t = useText()
  const say = useSay()
  const w = useSupplierWords()
  const formats = useFormats()
  const { papers, streams, day } = review
  if (papers.length === 0) return <p className="quiet">{t('none')}</p>
  const now = Date.parse(day)
  const last = Math.min(
    now + AHEAD * DAY,
    Math.max(...papers.map((p) => Date.parse(p.until)), ...streams.map((s) => Date.parse(s.day)), now + 60 * DAY),
  )
  const first = now - PAST * DAY
  const at = (d: string) => Math.max(0, Math.min(100, ((Date.parse(d) - first) / (last - first)) * 100))
  const nameOf = (id: string) => streams.find((s) => s.project === id)?.name ?? id
  return (
    <div className="time-line" role="table" aria-label={t('label')}>
      <div className="time-line-head" aria-hidden>
        <span className="time-line-mark time-line-today" style={{ left: `${at(day)}%` }}>
          {t('today')}
        </span>
        {streams.map((s) => (
          <span key={s.project} className="time-line-mark" style={{ left: `${at(s.day)}%` }} title={s.name}>
            {formats.shortDay(s.day)}
          </span>
        ))}
      </div>
      {papers.map((p) => {
        const state = p.left < 0 ? 'over' : p.lapsesBefore.length > 0 ? 'short' : 'good'
        return (
          <div key={`${p.kind} ${p.id}`} className="time-line-row" role="row">
            <span role="cell" className="time-line-name" title={say(p.name)}>
              <span className="quiet">{w(p.kind)}</span> {say(p.name)}
            </span>
            <span role="cell" className="time-line-track" aria-hidden>
              {streams.map((s) => (
                <i key={s.project} className="time-line-stream" style={{ left: `${at(s.day)}%` }} />
              ))}
              <i className="time-line-now" style={{ left: `${at(day)}%` }} />
              <i className={`time-line-bar time-line-${state}`} style={{ width: `${Math.max(at(p.until), 1)}%` }} />
            </span>
            <span role="cell" className={`time-line-until time-line-text-${state}`}>
              {formats.day(p.until)}
              {state === 'over' ? ` · ${t('lapsed')}` : ''}
              {state === 'short' ? (
                <small>{p.lapsesBefore.map((id) => t('before', { name: nameOf(id) })).join('；')}</small>
              ) : null}
            </span>
          </div>
        )
      })}
    </div>
  )
}
