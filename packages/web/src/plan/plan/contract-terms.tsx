import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client/ask.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import type { Part } from './part.ts'

const useText = texts('contract-terms', {
  basis: {
    zh: '条款库的 {{count}} 条必备条款一律适用',
    en: {
      one: "The library's {{count}} required clause applies",
      other: "The library's {{count}} required clauses apply",
    },
  },
  library: { zh: '查看条款库', en: 'See the library' },
  more: { zh: '本方案另要求', en: 'This plan asks besides' },
  none: { zh: '本方案没有另列条款', en: 'This plan asks for no further clause' },
})

/** P4 · What contracts must hold: the library's required clauses, and those the plan asks for besides. */
export function ContractTerms({ of }: Part) {
  const t = useText()
  const say = useSay()
  const library = useQuery(ask('standard.contract-clauses', {}))
  return (
    <Asked of={library}>
      {({ rows }) => {
        const known = new Map(rows.map((c) => [c.id, c]))
        const wanted = of.plan['contract-requirements']
        return (
          <>
            <p>
              {t('basis', { count: rows.filter((c) => c.kind === 'required').length })} ·{' '}
              <Link to={'/standard/contracts' as string}>{t('library')}</Link>
            </p>
            {wanted.length === 0 ? (
              <p className="quiet">{t('none')}</p>
            ) : (
              <>
                <h3 className="plan-sub">{t('more')}</h3>
                <ul className="plan-clauses">
                  {wanted.map((id) => {
                    const clause = known.get(id)
                    return (
                      <li key={id}>
                        <strong>{clause ? say(clause.title) : id}</strong>
                        {clause ? <p className="quiet">{say(clause.wording)}</p> : null}
                      </li>
                    )
                  })}
                </ul>
              </>
            )}
          </>
        )
      }}
    </Asked>
  )
}
