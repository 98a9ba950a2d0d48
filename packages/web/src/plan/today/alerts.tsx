import { Link } from '@tanstack/react-router'
import { inProject } from '../../shell/address.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import type { TodayAnswer } from './today.tsx'

const useText = texts('today-alerts', {
  none: { zh: '没有未处理的预警', en: 'No alert is open' },
  all: { zh: '查看全部 {{count}} 条', en: { one: 'See the one', other: 'See all {{count}}' } },
  hold: { zh: '建议冻结', en: 'calls for a hold' },
  alert: { zh: '预警', en: 'alert' },
  due: { zh: '{{owner}} · {{day}} 前', en: '{{owner}} · by {{day}}' },
})

/** S2 · Alerts that nobody has closed. */
export function Alerts({ of: { open, rows } }: { readonly of: TodayAnswer['alerts'] }) {
  const t = useText()
  const { term } = useWords()
  const { shortDay } = useFormats()
  if (open === 0) return <p className="quiet">{t('none')}</p>
  return (
    <>
      <ul className="today-list">
        {rows.map((a) => (
          <li key={a.id}>
            <p className="today-stream">
              <Link to={inProject(a.project, 'risk')}>{a.title ?? a.indicator}</Link>
              <GateMark state={a.level === 'hold' ? 'open' : 'conditional'} of={t(a.level)} />
            </p>
            <span className="quiet">{t('due', { owner: term(a.owner), day: shortDay(a.due) })}</span>
          </li>
        ))}
      </ul>
      {open > rows.length ? <span className="quiet">{t('all', { count: open })}</span> : null}
    </>
  )
}
