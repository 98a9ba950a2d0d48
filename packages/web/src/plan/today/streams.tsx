import { Link } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { inProject } from '../../shell/address.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { streamOver } from '../../texts/today.ts'
import { useWords } from '../../texts/words.ts'
import { StreamTime } from '../../ui/stream-time.tsx'

const useText = texts('streams', {
  none: { zh: '没有待播的直播', en: 'No stream is to come' },
  live: { zh: '直播中', en: 'On air' },
  untimed: { zh: '未定时间', en: 'time not set' },
})

const SHOWN = 5

/** P1 · The next streams: how far away, in the stream's zone and the reader's. */
export function Streams({ of: { projects } }: { readonly of: Answer<'today'> }) {
  const t = useText()
  const formats = useFormats()
  const { market } = useWords()
  const next = projects.filter((p) => p.live || !streamOver(p.day, p.zone)).slice(0, SHOWN)
  if (next.length === 0) return <p className="quiet">{t('none')}</p>
  return (
    <ul className="today-list">
      {next.map((p) => (
        <li key={p.id}>
          <p className="today-stream">
            <Link to={inProject(p.id)}>{p.name}</Link>
            <strong>{p.live ? t('live') : formats.away(p.starts ?? `${p.day}T00:00:00Z`)}</strong>
          </p>
          <span className="quiet">
            <StreamTime {...p} />
            {p.starts ? null : ` · ${t('untimed')}`}
          </span>
          <span className="quiet">
            {[formats.list(p.markets.map(market)), p.platform, p.host].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
