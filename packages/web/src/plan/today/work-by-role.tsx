import { addDays, type Day } from '@haixuan/domain/kernel/day'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'

const useText = texts('work-by-role', {
  role: { zh: '角色', en: 'Role' },
  overdue: { zh: '已过期', en: 'Overdue' },
  soon: { zh: '七日内', en: '7 days' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '没有待办：各关口都没有等您处理的事', en: 'Nothing to do: no gate waits for your roles' },
})

/** What a person owes: one row a role, every number opens its rows. */
export function WorkByRole({ of }: { readonly of: Answer<'today'> }) {
  const t = useText()
  const { term } = useWords()
  const { number } = useFormats()
  const { from, soonUntil, work } = of
  if (work.findings === 0) return <p className="quiet">{t('none')}</p>
  const yesterday = addDays(from as Day, -1)
  const cell = (count: number, search: Record<string, string>, tone = '') => (
    <td>
      {count > 0 ? (
        <Link to="/work" search={search as never} className={`today-number ${tone}`}>
          {number(count)}
        </Link>
      ) : (
        <span className="quiet">0</span>
      )}
    </td>
  )
  return (
    <table className="today-table">
      <thead>
        <tr>
          <th scope="col">{t('role')}</th>
          <th scope="col">{t('overdue')}</th>
          <th scope="col">{t('soon')}</th>
          <th scope="col">{t('all')}</th>
        </tr>
      </thead>
      <tbody>
        {work.roles.map(({ role, overdue, soon, findings }) => (
          <tr key={role}>
            <th scope="row">{term(role)}</th>
            {cell(overdue, { role, until: yesterday }, 'today-late')}
            {cell(soon, { role, from, until: soonUntil })}
            {cell(findings, { role })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
