import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Answer } from '../../../client/operations.ts'
import { useMe } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { over } from '../../../texts/today.ts'
import { Clause } from '../../../ui/gate/clause.tsx'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import './owes.css'

const useText = texts('owes-list', {
  by: { zh: '{{day}}前', en: 'by {{day}}' },
  late: { zh: '已逾期：{{day}}', en: 'overdue since {{day}}' },
  streams: { zh: '用于 {{names}}', en: 'for {{names}}' },
  more: { zh: '等 {{count}} 个产品', en: 'and more: {{count}} products' },
})

export type Owed = Answer<'supplier.owes'>['rows'][number]
type Props = {
  readonly rows: readonly Owed[]
  /** where it is mended: a link or a button beside it */
  readonly cure?: (owed: Owed) => ReactNode
}

/** What a supplier owes, each thing once: what is wrong, for which products and streams, what mends it, by when. */
export function OwesList({ rows, cure }: Props) {
  const t = useText()
  const say = useSay()
  const { day, list } = useFormats()
  return (
    <ul className="owes">
      {rows.map((owed) => {
        const { kind, what, remedy, due, streams, subjects, count, clause, check } = owed
        return (
          <li key={`${kind} ${check} ${what.zh} ${subjects[0]?.id}`}>
            <div>
              <p>
                <GateMark state={owed.state === 'wrong' ? 'open' : 'conditional'} small /> {say(what)}{' '}
                <Clause id={clause} />
              </p>
              {kind === 'supplier' ? null : (
                <p className="owes-subjects">
                  {subjects.map((of) => (
                    <Subject key={`${of.project} ${of.id}`} kind={kind} of={of} />
                  ))}
                  {count > subjects.length ? <span className="quiet">{t('more', { count })}</span> : null}
                </p>
              )}
              <p className="quiet">
                {say(remedy)} ·{' '}
                <span className={over(due) ? 'owes-late' : undefined}>
                  {t(over(due) ? 'late' : 'by', { day: day(due) })}
                </span>
                {` · ${t('streams', { names: list(streams.map((s) => s.name)) })}`}
              </p>
            </div>
            {cure?.(owed)}
          </li>
        )
      })}
    </ul>
  )
}

type SubjectProps = { readonly kind: Owed['kind']; readonly of: Owed['subjects'][number] }

/** Where it is looked at: in the supplier's own pages, or in ours. */
function Subject({ kind, of: { project, id, title } }: SubjectProps) {
  const portal = useMe().data?.supplier !== null
  if (kind === 'nonconformity')
    return portal ? (
      <Link to="/portal/nonconformities/$nonconformity" params={{ nonconformity: id }}>
        {title}
      </Link>
    ) : (
      <Link to="/projects/$project/quality/nonconformities/$nonconformity" params={{ project, nonconformity: id }}>
        {title}
      </Link>
    )
  return portal ? (
    <Link to="/portal/products/$project/$product" params={{ project, product: id }}>
      {title}
    </Link>
  ) : (
    <Link to="/projects/$project/products/$product" params={{ project, product: id }}>
      {title}
    </Link>
  )
}
