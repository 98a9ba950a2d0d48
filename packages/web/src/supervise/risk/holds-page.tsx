import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask, askPages } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { RiskTabs } from './risk-tabs.tsx'

const useText = texts('holds-page', {
  title: { zh: '冻结与召回', en: 'Holds and recalls' },
  stop: { zh: '冻结或召回商品', en: 'Hold or recall goods' },
  holds: { zh: '冻结中（所有项目）', en: 'On hold, in all projects' },
  by: { zh: '{{by}} · {{day}}', en: '{{by}} · {{day}}' },
  lift: { zh: '解除冻结', en: 'Lift the hold' },
  other: { zh: '须由冻结人以外的人解除', en: 'Lifted by someone other than who set it' },
  none: { zh: '没有冻结中的产品', en: 'Nothing is on hold' },
  more: { zh: '再看一些', en: 'Show more' },
  recalls: { zh: '召回', en: 'Recalls' },
  noRecalls: { zh: '没有召回', en: 'No recalls' },
  open: { zh: '进行中', en: 'open' },
  closed: { zh: '已完成', en: 'closed' },
})

/** S2 · What is stopped, wherever it is, and the recalls. */
export function HoldsPage() {
  const t = useText()
  const formats = useFormats()
  const may = useMay()
  const me = useMe().data
  const navigate = useNavigate()
  const { project } = useParams({ from: '/projects/$project/risk/holds' })
  const holds = useInfiniteQuery(askPages('hold.list', {}, { sort: '-from' }))
  const recalls = useQuery(ask('recall.list', {}, { limit: 50 }))
  const lift = useCommand('project.lift-hold')
  return (
    <Page
      title={t('title')}
      about={<RiskTabs />}
      actions={
        <Button
          danger
          type="primary"
          onClick={() => void navigate({ to: '/projects/$project/risk/stop', params: { project } })}
        >
          {t('stop')}
        </Button>
      }
    >
      <Section title={t('holds')}>
        <Asked of={holds}>
          {({ pages }) =>
            pages[0]?.rows.length === 0 ? (
              <Empty title={t('none')} />
            ) : (
              <ul className="risk-subjects">
                {pages
                  .flatMap(({ rows }) => rows)
                  .map((hold) => (
                    <li key={`${hold.project} ${hold.product} ${hold.from} ${hold.by}`} className="hold-row">
                      <div>
                        <Link
                          to={'/projects/$project/products/$product' as never}
                          params={{ project: hold.project, product: hold.product } as never}
                        >
                          {hold.title ?? hold.product}
                        </Link>{' '}
                        <span className="quiet">{hold.name}</span>
                        <p>{hold.reason}</p>
                        <p className="quiet">{t('by', { by: hold.by, day: formats.day(hold.from) })}</p>
                      </div>
                      {may('quality', 'legal') ? (
                        <Button
                          disabled={hold.by === me?.name}
                          title={hold.by === me?.name ? t('other') : undefined}
                          onClick={() =>
                            void lift.run({ params: { project: hold.project }, input: { product: hold.product } })
                          }
                        >
                          {t('lift')}
                        </Button>
                      ) : null}
                    </li>
                  ))}
                {holds.hasNextPage ? (
                  <li>
                    <Button loading={holds.isFetchingNextPage} onClick={() => void holds.fetchNextPage()}>
                      {t('more')}
                    </Button>
                  </li>
                ) : null}
              </ul>
            )
          }
        </Asked>
      </Section>
      <Section title={t('recalls')}>
        <Asked of={recalls}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p className="quiet">{t('noRecalls')}</p>
            ) : (
              <ul className="risk-subjects">
                {rows.map((recall) => (
                  <li key={recall.id}>
                    <Link to="/projects/$project/risk/recalls/$recall" params={{ project, recall: recall.id }}>
                      {recall.reason}
                    </Link>{' '}
                    <strong className={recall.state === 'open' ? 'quality-bad' : undefined}>{t(recall.state)}</strong>
                    <p className="quiet">{t('by', { by: recall.openedBy, day: formats.moment(recall.opened) })}</p>
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      </Section>
    </Page>
  )
}
