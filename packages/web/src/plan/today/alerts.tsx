import { Link } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { inProject } from '../../shell/address.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'

const useText = texts('today-alerts', {
  none: { zh: '没有未处理的预警', en: 'No alert is open' },
  whole: { zh: '整个项目', en: 'the whole project' },
  all: { zh: '查看全部 {{count}} 条', en: { one: 'See the one', other: 'See all {{count}}' } },
  hold: { zh: '建议冻结', en: 'calls for a hold' },
  alert: { zh: '预警', en: 'alert' },
  due: { zh: '{{owner}} · {{day}}前', en: '{{owner}} · by {{day}}' },
})

/** S2 · Alerts that nobody has closed. */
export function Alerts({ of: { open, rows } }: { readonly of: Answer<'today'>['alerts'] }) {
  const t = useText()
  const say = useSay()
  const { term } = useWords()
  const { shortDay } = useFormats()
  if (open === 0) return <p className="quiet">{t('none')}</p>
  return (
    <>
      <ul className="today-list">
        {rows.map((a) => (
          <li key={a.id}>
            <p className="today-stream">
              <Link to={inProject(a.project, 'risk', 'alerts')} search={{ at: a.id } as never}>
                {a.title ?? t('whole')}
              </Link>
              <span className={a.level === 'hold' ? 'today-hold' : 'today-alert'}>{t(a.level)}</span>
            </p>
            <span className="quiet">
              {say(a.indicator)} · {t('due', { owner: term(a.owner), day: shortDay(a.due) })}
            </span>
          </li>
        ))}
      </ul>
      {open > rows.length ? <span className="quiet">{t('all', { count: open })}</span> : null}
    </>
  )
}
