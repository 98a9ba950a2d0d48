import type { Judged } from '@haixuan/domain/gate/gate'
import type { ReactNode } from 'react'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { Clause } from './clause.tsx'
import { GateMark, type Mark } from './gate-mark.tsx'
import './finding-list.css'
import { useAct } from '../../texts/act.ts'

const useText = texts('finding', {
  none: { zh: '没有发现问题', en: 'Nothing found' },
  owes: { zh: '由{{who}}处理', en: 'owed by {{who}}' },
  due: { zh: '{{day}}前', en: 'by {{day}}' },
  source: { zh: '依据：{{source}}', en: 'Source: {{source}}' },
  waived: { zh: '{{by}} 豁免至 {{until}}：{{reason}}', en: 'Waived by {{by}} until {{until}}: {{reason}}' },
  warn: { zh: '警示', en: 'warning' },
  note: { zh: '提示', en: 'note' },
})

/** The mark a finding puts on its gate. */
export const markOf = (f: Pick<Judged, 'severity' | 'state' | 'waived'>): Mark | undefined =>
  f.waived ? 'waived' : f.severity !== 'block' ? undefined : f.state === 'wrong' ? 'open' : 'conditional'

type Props = {
  readonly findings: readonly Judged[]
  /** where a finding is cured: a link or a button beside it */
  readonly cure?: (finding: Judged) => ReactNode
}

const ORDER: readonly (Mark | undefined)[] = ['open', 'conditional', undefined, 'waived']

/** Findings, the worst first: what is wrong, the clause, the remedy, who owes it, by when, on what ground. */
export function FindingList({ findings, cure }: Props) {
  const t = useText()
  const act = useAct()
  const say = useSay()
  const { term, market } = useWords()
  const formats = useFormats()
  if (findings.length === 0) return <p className="quiet">{t('none')}</p>
  const sorted = [...findings].sort((a, b) => ORDER.indexOf(markOf(a)) - ORDER.indexOf(markOf(b)))
  return (
    <ul className="findings">
      {sorted.map((f) => {
        const mark = markOf(f)
        return (
          <li key={`${f.check} ${f.rule} ${f.market} ${f.subject} ${f.what.en}`} className="finding">
            <span className="finding-mark">
              {mark ? (
                <GateMark state={mark} small />
              ) : (
                <span className={`finding-${f.severity}`}>{t(f.severity as 'warn' | 'note')}</span>
              )}
            </span>
            <div>
              <p className="finding-what">
                {say(f.what)} <Clause id={f.clause} />
                {f.market ? <span className="quiet"> · {market(f.market)}</span> : null}
              </p>
              {f.waived ? (
                <p className="quiet">{t('waived', { ...f.waived, until: formats.day(f.waived.until) })}</p>
              ) : (
                <p>
                  {say(f.remedy)}
                  <span className="quiet">
                    {' · '}
                    {t('owes', { who: term(f.owner) })}
                    {f.due ? ` · ${t('due', { day: formats.day(f.due) })}` : ''}
                  </span>
                </p>
              )}
              {f.source ? <p className="finding-source">{t('source', { source: act(f.source) })}</p> : null}
            </div>
            {cure ? <span className="finding-cure">{cure(f)}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}
