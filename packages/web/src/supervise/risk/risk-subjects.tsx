import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { askPages } from '../../client/ask.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'

const useText = texts('risk-subjects', {
  none: { zh: '目前没有征兆', en: 'No sign of it now' },
  more: { zh: '再看一些', en: 'Show more' },
})

/** What a risk stands on: each product, supplier or plan with the finding that is a sign of it. */
export function RiskSubjects({ project, risk }: { readonly project: string; readonly risk: string }) {
  const t = useText()
  const say = useSay()
  const subjects = useInfiniteQuery(askPages('risk.subjects', { project, risk }, {}))
  return (
    <Asked of={subjects}>
      {({ pages }) =>
        pages[0]?.rows.length === 0 ? (
          <Empty title={t('none')} />
        ) : (
          <ul className="risk-subjects">
            {pages
              .flatMap(({ rows }) => rows)
              .map(({ kind, subject, title, finding }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a subject may show one sign several times
                <li key={`${subject} ${finding.check} ${i}`}>
                  <Link
                    to={
                      (kind === 'product'
                        ? '/projects/$project/products/$product'
                        : kind === 'supplier'
                          ? '/suppliers/$supplier'
                          : '/projects/$project/plan') as never
                    }
                    params={{ project, product: subject, supplier: subject } as never}
                  >
                    {title}
                  </Link>
                  <p>{say(finding.what)}</p>
                  <p className="quiet">
                    {say(finding.remedy)} · <Clause id={finding.clause} />
                  </p>
                </li>
              ))}
            {subjects.hasNextPage ? (
              <li>
                <Button loading={subjects.isFetchingNextPage} onClick={() => void subjects.fetchNextPage()}>
                  {t('more')}
                </Button>
              </li>
            ) : null}
          </ul>
        )
      }
    </Asked>
  )
}
