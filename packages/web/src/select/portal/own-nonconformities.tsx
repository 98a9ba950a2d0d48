import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { askPages } from '../../client/ask.ts'
import type { Row } from '../../client/operations.ts'
import { useQualityWords } from '../../supervise/quality/quality-words.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import './portal.css'

const useText = texts('own-nonconformities', {
  title: { zh: '不合格整改', en: 'Nonconformities' },
  about: {
    zh: '我方货品的不合格：查明原因、登记纠正措施，由对方验证效果。',
    en: 'Of our goods: we find the cause and record the corrective action; the buyer’s side shows its effect.',
  },
  ours: { zh: '待我方答复', en: 'For us to answer' },
  theirs: { zh: '对方处理中', en: 'With the buyer’s side' },
  closed: { zh: '已关闭', en: 'Closed' },
  none: { zh: '没有不合格', en: 'No nonconformities' },
  noneHow: { zh: '检验或退货发现的不合格会登记在这里。', en: 'What inspections or returns find is recorded here.' },
  step: { zh: '{{step}} · {{day}}前', en: '{{step}} · by {{day}}' },
  more: { zh: '更多', en: 'More' },
})
type Its = Row<'nonconformity.list'>
const standing = ({ next, owner }: Its) => (next === null ? 'closed' : owner === 'supplier' ? 'ours' : 'theirs')

/** S1 · Nonconformities of the supplier's goods, from containment to effect: first those it is to answer. */
export function OwnNonconformities() {
  const t = useText()
  const words = useQualityWords()
  const { day } = useFormats()
  const all = useInfiniteQuery(askPages('nonconformity.list', {}, { sort: '-opened' }))
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked of={all} lines={6}>
        {({ pages }) => {
          const rows = pages.flatMap((p) => p.rows)
          if (rows.length === 0)
            return (
              <Empty title={t('none')}>
                <p>{t('noneHow')}</p>
              </Empty>
            )
          return (['ours', 'theirs', 'closed'] as const).map((stands) => {
            const its = rows.filter((r) => standing(r) === stands)
            return its.length === 0 ? null : (
              <Section key={stands} title={t(stands)} beside={<span className="quiet">{its.length}</span>}>
                <ul className="portal-owed">
                  {its.map((r) => (
                    <li key={r.id}>
                      <div>
                        <p>
                          <GateMark state={stands === 'closed' ? 'passed' : 'open'} small />{' '}
                          <Link to="/portal/nonconformities/$nonconformity" params={{ nonconformity: r.id }}>
                            {r.what}
                          </Link>
                        </p>
                        <p className="quiet">
                          {[
                            r.title,
                            words(r.class),
                            r.next && r.due ? t('step', { step: words(r.next), day: day(r.due) }) : words('closed'),
                          ].join(' · ')}
                        </p>
                      </div>
                    </li>
                  ))}
                </ul>
              </Section>
            )
          })
        }}
      </Asked>
      {all.hasNextPage ? (
        <Button loading={all.isFetchingNextPage} onClick={() => void all.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Page>
  )
}
