import { toMoney } from '@haixuan/domain/select/cooperation/amount'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Answer } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { Section } from '../../../ui/page/page.tsx'

const useText = texts('waiting-offers', {
  title: { zh: '待答复的合作条件', en: 'Terms to answer' },
  price: { zh: '直播价 {{price}}', en: '{{price}} on air' },
  onAir: { zh: '{{day}}开播', en: 'on air {{day}}' },
  answer: { zh: '查看并答复', en: 'Read and answer' },
})

/** I6–I8 · The terms that wait for the supplier's yes or no, those of the next stream first. */
export function WaitingOffers({
  rows,
  more,
}: {
  readonly rows: Answer<'supplier.offers'>['rows']
  readonly more: boolean
}) {
  const t = useText()
  const { day, money } = useFormats()
  if (rows.length === 0) return null
  return (
    <Section title={t('title')} beside={<span className="quiet">{`${rows.length}${more ? '+' : ''}`}</span>}>
      <ul className="portal-owed">
        {rows.map((of) => {
          const to = {
            to: '/portal/products/$project/$product/terms',
            params: { project: of.project, product: of.product },
          } as const
          return (
            <li key={`${of.project} ${of.product}`}>
              <div>
                <p>
                  <Link {...to}>{of.title}</Link>
                </p>
                <p className="quiet">
                  {[
                    t('price', { price: money(toMoney(of.price)) }),
                    of.projectName,
                    t('onAir', { day: day(of.day) }),
                  ].join(' · ')}
                </p>
              </div>
              <Link {...to}>
                <Button>{t('answer')}</Button>
              </Link>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
