import { DownOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { useEventWords } from '../log/event-words.ts'
import { VerdictMark } from './verdict-mark.tsx'

const useText = texts('conformity-clause', {
  shown: { zh: '依据', en: 'Shown by' },
  nothing: { zh: '日志中还没有：{{types}}', en: 'The log does not hold yet: {{types}}' },
  against: { zh: '尚缺与不符', en: 'Missing or wrong' },
  none: { zh: '没有与之不符的记录', en: 'Nothing stands against it' },
  wrong: { zh: '不符 {{count}}', en: '{{count}} wrong' },
  missing: { zh: '待补 {{count}}', en: '{{count}} missing' },
  more: { zh: '共 {{count}} 处，此处列出前 {{shown}} 处', en: '{{count}} in all, the first {{shown}} here' },
  streams: { zh: '各场', en: 'By stream' },
})
type Told = Answer<'conformity.get'>
type Props = {
  readonly clause: Told['clauses'][number]
  readonly project: string | undefined
  readonly streams: Told['projects']
}

/** One clause: its verdict, and opened, what shows it and what stands against it. */
export function ClauseRow({ clause, project, streams }: Props) {
  const t = useText()
  const say = useSay()
  const [open, setOpen] = useState(false)
  const { clause: id, verdict, wrong, missing } = clause
  return (
    <li className="conformity-clause" id={id}>
      <button type="button" className="conformity-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <code>{id}</code>
        <span>
          <strong>{say(clause.title)}</strong>
          <span className="conformity-asks">{say(clause.asks)}</span>
        </span>
        <span className="conformity-counts">
          {wrong > 0 ? <span className="conformity-fails">{t('wrong', { count: wrong })}</span> : null}
          {missing > 0 ? <span className="conformity-provisional">{t('missing', { count: missing })}</span> : null}
          <VerdictMark verdict={verdict} />
          <DownOutlined className="conformity-arrow" aria-hidden />
        </span>
      </button>
      {open ? <Basis clause={clause} project={project} streams={streams} /> : null}
    </li>
  )
}

function Basis({ clause, project, streams }: Props) {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  const event = useEventWords()
  const { term, market } = useWords()
  return (
    <div className="conformity-basis">
      <div>
        <h3>{t('shown')}</h3>
        <ul>
          {clause.shown.map(({ type, count, newest }) => (
            <li key={type}>
              <Link to="/archive/log" search={{ type, ...(project ? { project } : {}), event: newest } as never}>
                {event(type)} × {formats.number(count)}
              </Link>
            </li>
          ))}
        </ul>
        {clause.lacking.length > 0 ? (
          <p className="quiet">{t('nothing', { types: clause.lacking.map(event).join(' · ') })}</p>
        ) : null}
        {project === undefined && streams.length > 0 ? (
          <>
            <h3>{t('streams')}</h3>
            <ul>
              {streams.map((stream) => {
                const own = stream.clauses.find((c) => c.clause === clause.clause)
                return own ? (
                  <li key={stream.id} className="conformity-stream">
                    <Link to={`/projects/${encodeURIComponent(stream.id)}/conformity` as never}>{stream.name}</Link>
                    <VerdictMark verdict={own.verdict} />
                  </li>
                ) : null
              })}
            </ul>
          </>
        ) : null}
      </div>
      <div>
        <h3>{t('against')}</h3>
        {clause.against.length === 0 ? <p className="quiet">{t('none')}</p> : null}
        <ul className="conformity-against">
          {clause.against.map((f) => (
            <li key={`${f.project} ${f.subject} ${f.check} ${f.market} ${f.what?.en}`}>
              <VerdictMark verdict={f.state === 'wrong' ? 'fails' : 'provisional'} />
              <div>
                <Link to={placeOf(f) as never}>{f.name}</Link>
                {f.market === null ? null : <span className="quiet"> · {market(f.market)}</span>}
                <p>{f.what === null ? f.check : say(f.what)}</p>
                {f.remedy === null ? null : (
                  <p className="quiet">
                    {term(f.owner)}
                    {formats.colon}
                    {say(f.remedy)}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
        {clause.wrong + clause.missing > clause.against.length ? (
          <p className="quiet">{t('more', { count: clause.wrong + clause.missing, shown: clause.against.length })}</p>
        ) : null}
      </div>
    </div>
  )
}

type Finding = Told['clauses'][number]['against'][number]
function placeOf({ kind, project, subject }: Finding): string {
  const within = `/projects/${encodeURIComponent(project)}`
  if (kind === 'plan') return within
  return kind === 'supplier'
    ? `/suppliers/${encodeURIComponent(subject)}`
    : `${within}/products/${encodeURIComponent(subject)}`
}
