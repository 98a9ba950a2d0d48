import type { Judged } from '@haixuan/domain/gate/gate'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { markOf } from '../../ui/gate/finding-list.tsx'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { SubjectLink } from './subject-link.tsx'

const useText = texts('next-work', {
  none: { zh: '今天起没有到期的待办', en: 'Nothing falls due from today on' },
  all: { zh: '查看全部 {{count}} 项', en: { one: 'See all {{count}}', other: 'See all {{count}}' } },
  due: { zh: '{{day}}前', en: 'by {{day}}' },
})

const SHOWN = 8
/** Points of the screen that one takes, in the least. */
const ROW = 86

/** The first things a person's roles owe from today on; room is kept for as many as there are, so that nothing below moves. */
export function NextWork({ of: { from, work: owed } }: { readonly of: Answer<'today'> }) {
  const t = useText()
  const say = useSay()
  const { term } = useWords()
  const { shortDay } = useFormats()
  const work = useQuery(ask('work.list', {}, { from, limit: SHOWN }))
  const expected = owed.roles.reduce((sum, { findings, overdue }) => sum + findings - overdue, 0)
  return (
    <div style={work.isPending ? { minHeight: Math.min(expected, SHOWN) * ROW } : undefined}>
      <Asked of={work}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="quiet">{t('none')}</p>
          ) : (
            <>
              <ul className="today-work">
                {rows.map((row) => (
                  <li
                    key={`${row.project} ${row.kind} ${row.subject} ${row.finding.rule ?? row.check.en} ${row.finding.market} ${row.finding.what.en}`}
                  >
                    <GateMark state={markOf(row.finding as Judged) ?? 'conditional'} small />
                    <div>
                      <p>
                        <SubjectLink of={row}>{row.title}</SubjectLink>
                        {row.name ? <span className="quiet"> · {row.name}</span> : null}
                      </p>
                      <p>
                        {say(row.finding.what)} <Clause id={row.finding.clause} />
                      </p>
                      <p className="quiet">{say(row.finding.remedy)}</p>
                    </div>
                    <p className="today-due">
                      {t('due', { day: shortDay(row.due) })}
                      <span className="today-owner quiet">{term(row.finding.owner)}</span>
                    </p>
                  </li>
                ))}
              </ul>
              <Link to="/work" search={{ from } as never}>
                {t('all', { count: total })}
              </Link>
            </>
          )
        }
      </Asked>
    </div>
  )
}
