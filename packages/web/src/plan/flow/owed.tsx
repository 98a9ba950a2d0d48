import { Link } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { over } from '../../texts/today.ts'
import { useWords } from '../../texts/words.ts'

const useText = texts('flow-owed', {
  none: { zh: '没有人欠什么', en: 'Nobody owes anything' },
  who: { zh: '责任方', en: 'Owed by' },
  due: { zh: '期限', en: 'Due' },
  findings: { zh: '项数', en: 'Findings' },
  late: { zh: '已过期', en: 'overdue' },
})

/** Who owes how much by which day; each number opens its rows. */
export function Owed({ of: { project, owes } }: { readonly of: Answer<'project.flow'> }) {
  const t = useText()
  const { term } = useWords()
  const { number, day } = useFormats()
  if (owes.length === 0) return <p className="quiet">{t('none')}</p>
  const owners = Map.groupBy(owes, (o) => o.owner)
  const sum = (rows: Answer<'project.flow'>['owes']) => rows.reduce((all, o) => all + o.findings, 0)
  const search = (more: Record<string, string>) => ({ project: project.id, ...more }) as never
  return (
    <ul className="flow-owed">
      {[...owners]
        .sort(([, a], [, b]) => sum(b) - sum(a))
        .map(([owner, rows]) => (
          <li key={owner}>
            <Link to="/work" search={search({ role: owner })} className="flow-owner">
              <span>{term(owner)}</span>
              <strong>{number(sum(rows))}</strong>
            </Link>
            <ul>
              {rows.map((o) => (
                <li key={o.due}>
                  <Link to="/work" search={search({ role: owner, due: o.due })}>
                    {day(o.due)} · {number(o.findings)}
                  </Link>
                  {over(o.due) ? <span className="flow-late"> {t('late')}</span> : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
    </ul>
  )
}
