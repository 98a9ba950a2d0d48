import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ask } from '../../client/ask.ts'
import type { Row } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { over } from '../../texts/today.ts'
import { useWords } from '../../texts/words.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { QualityTabs } from './quality-tabs.tsx'
import { useQualityWords } from './quality-words.ts'

const useText = texts('nc-board', {
  title: { zh: '不合格', en: 'Nonconformities' },
  due: { zh: '{{day}}前 · {{who}}', en: 'due {{day}} · {{who}}' },
  late: { zh: '已逾期：{{day}} · {{who}}', en: 'overdue since {{day}} · {{who}}' },
  none: { zh: '没有不合格', en: 'No nonconformities' },
  noneHow: {
    zh: '拒收的批次与封样不符的大货会自动登记在此，从遏制一直跟到效果。',
    en: 'Refused lots and goods unlike the sealed sample are recorded here by themselves, and followed to effect.',
  },
})
const COLUMNS = ['containment', 'cause', 'action', 'effect', 'closed'] as const
type Card = Row<'nonconformity.list'>

/** S1 · Nonconformities by the step they owe, from containment to effect. */
export function NonconformityBoard() {
  const t = useText()
  const words = useQualityWords()
  const { number } = useFormats()
  const { project } = useParams({ from: '/projects/$project/quality/nonconformities' })
  const all = useQuery(ask('nonconformity.list', {}, { project, sort: 'due', limit: 200 }))
  return (
    <Page title={t('title')} about={<QualityTabs />} filled>
      <Asked of={all}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('none')}>{t('noneHow')}</Empty>
          ) : (
            <div className="nc-board">
              {COLUMNS.map((column) => {
                const cards = rows.filter((r) => (r.next ?? 'closed') === column)
                return (
                  <section key={column} className="nc-column" aria-label={words(column)}>
                    <header>
                      <h2>{words(column)}</h2>
                      <span className="quiet">{number(cards.length)}</span>
                    </header>
                    {cards.map((card) => (
                      <NonconformityCard key={card.id} card={card} />
                    ))}
                  </section>
                )
              })}
            </div>
          )
        }
      </Asked>
    </Page>
  )
}

function NonconformityCard({ card }: { readonly card: Card }) {
  const t = useText()
  const words = useQualityWords()
  const formats = useFormats()
  const { term } = useWords()
  const late = card.due !== null && over(card.due)
  return (
    <Link
      className="nc-card"
      to="/projects/$project/quality/nonconformities/$nonconformity"
      params={{ project: card.project, nonconformity: card.id }}
    >
      <strong>{card.what}</strong>
      <span>{card.title}</span>
      <small>
        {words(card.class)} · {card.supplierName}
      </small>
      {card.due ? (
        <small className={late ? 'nc-late' : undefined}>
          {t(late ? 'late' : 'due', { day: formats.shortDay(card.due), who: term(card.owner ?? '') })}
        </small>
      ) : null}
    </Link>
  )
}
