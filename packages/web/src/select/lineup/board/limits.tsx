import type { LimitUse } from '@haixuan/domain/select/lineup/board/judge-board'
import { Button } from 'antd'
import { useState } from 'react'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useLineupSay } from '../lineup-words.tsx'
import type { Lineup } from './use-board.ts'

const useText = texts('lineup-limits', {
  title: { zh: '限制', en: 'Limits' },
  kept: { zh: '全部 {{count}} 项限制均已遵守', en: 'All {{count}} limits are kept' },
  over: { zh: '超 {{n}}', en: '{{n}} over' },
  short: { zh: '缺 {{n}}', en: '{{n}} short' },
  all: { zh: '显示全部 {{count}} 项', en: 'Show all {{count}}' },
  fewer: { zh: '收起', en: 'Show fewer' },
  why: { zh: '求解得出的原因', en: 'Why the solver could not keep all' },
})

const FIRST = 8

/** Every limit with how much of it is used; pointing at one shows its slots. */
export function Limits({
  limits,
  conflicts,
  onPoint,
}: {
  readonly limits: readonly LimitUse[]
  /** of the proposal as it was solved, each with what it cannot be kept together with */
  readonly conflicts: Lineup['conflicts']
  readonly onPoint: (slots: readonly number[]) => void
}) {
  const t = useText()
  const say = useLineupSay()
  const { number } = useFormats()
  const [all, setAll] = useState(false)
  const broken = limits.filter((l) => l.state !== 'kept').length
  const shown = all ? limits : limits.slice(0, Math.max(broken, FIRST))
  return (
    <section className="limits" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {broken === 0 ? <p className="quiet">{t('kept', { count: limits.length })}</p> : null}
      <ul>
        {shown.map((l) => (
          <li key={l.limit} className={`limit limit-${l.state}`}>
            <button
              type="button"
              onMouseEnter={() => onPoint(l.slots)}
              onMouseLeave={() => onPoint([])}
              onFocus={() => onPoint(l.slots)}
              onBlur={() => onPoint([])}
            >
              <span>{say(l.name)}</span>
              <b>{number(l.count)}</b>
              {l.state === 'over' ? <em>{t('over', { n: number(l.count - l.max) })}</em> : null}
              {l.state === 'short' ? <em>{t('short', { n: number(l.min - l.count) })}</em> : null}
            </button>
          </li>
        ))}
      </ul>
      {limits.length > shown.length || all ? (
        <Button type="link" size="small" className="more-link" onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('all', { count: limits.length })}
        </Button>
      ) : null}
      {conflicts.length > 0 ? (
        <>
          <h3>{t('why')}</h3>
          <ul className="limit-conflicts">
            {conflicts.map((c) => (
              <li key={c.limit}>{say(c.text)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
