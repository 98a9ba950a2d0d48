import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Tag } from 'antd'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { Comments } from '../../ui/comments/comments.tsx'
import { WriteLetter } from '../../ui/letter/write-letter.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Fact, Facts, Page, Section } from '../../ui/page/page.tsx'
import { Buyer } from './buyer.tsx'
import { CaseActions, useNextStep } from './case-actions.tsx'
import { useKind } from './case-words.ts'
import { Decision } from './decision.tsx'
import { Recovery } from './recovery.tsx'
import { StateTag } from './state-tag.tsx'
import './case.css'
import { shortId } from '../../ui/record/short-id.ts'

const useText = texts('case-page', {
  title: { zh: '退换货案件', en: 'After-sales case' },
  asked: { zh: '买家所求', en: 'What the buyer asks' },
  kind: { zh: '类型', en: 'Kind' },
  market: { zh: '市场', en: 'Market' },
  ordered: { zh: '下单', en: 'Ordered' },
  delivered: { zh: '签收', en: 'Delivered' },
  requested: { zh: '提出', en: 'Asked on' },
  back: { zh: '退货签收', en: 'Goods back' },
  project: { zh: '项目', en: 'Project' },
  product: { zh: '产品', en: 'Product' },
  lines: { zh: '订单行', en: 'Lines of the order' },
  line: { zh: '行', en: 'Line' },
  quantity: { zh: '数量', en: 'Quantity' },
  price: { zh: '单价', en: 'Price' },
  discount: { zh: '优惠', en: 'Discount' },
  asksBack: { zh: '退回', en: 'Back' },
  due: { zh: '最后期限', en: 'Due' },
  overdue: { zh: '已逾期', en: 'overdue' },
  history: { zh: '经过', en: 'History' },
})
type Case = Answer<'case.get'>
/** The letters to a buyer, first the one that the decision asks for. */
function lettersAfter({ eligible, remedy }: NonNullable<Case['decision']>) {
  if (!eligible) return ['case-refusal', 'case-answer', 'case-mend'] as const
  return remedy === 'refund' || remedy === 'reduce'
    ? (['case-answer', 'case-mend', 'case-refusal'] as const)
    : (['case-mend', 'case-answer', 'case-refusal'] as const)
}

/** T4 · One case: what was asked, what was decided and why line by line, who pays, and who bears it. */
export function CasePage() {
  const t = useText()
  const params = useParams({ strict: false })
  const id = params.case ?? ''
  const found = useQuery(ask('case.get', { case: id }))
  return found.data ? (
    <Told of={found.data} />
  ) : (
    <Page title={t('title')}>
      <Asked of={found} lines={10}>
        {() => null}
      </Asked>
    </Page>
  )
}

function Told({ of }: { readonly of: Case }) {
  const t = useText()
  const kind = useKind()
  const formats = useFormats()
  const stops = useNextStep(of)
  return (
    <Page
      title={kind(of.kind)}
      beside={
        <>
          <StateTag state={of.state} />
          {of.overdue ? <Tag color="error">{t('overdue')}</Tag> : null}
        </>
      }
      about={
        <>
          {of.title ? `${of.title} · ` : null}
          <code title={of.id}>{shortId(of.id)}</code>
          {of.due === null ? null : ` · ${t('due')} ${formats.day(of.due)}`}
          {' · '}
          <Link to="/archive/log" search={{ subject: of.id } as never}>
            {t('history')}
          </Link>
        </>
      }
      actions={
        <>
          {of.decision === null ? null : <WriteLetter kinds={lettersAfter(of.decision)} record={of.id} />}
          <CaseActions of={of} />
        </>
      }
      stops={stops}
    >
      <div className="case-columns">
        <div>
          <AskedFor of={of} />
          <Buyer of={of} />
        </div>
        <div>
          <Decision of={of} />
          <Recovery of={of} />
          <Comments of="case" id={of.id} />
        </div>
      </div>
    </Page>
  )
}

function AskedFor({ of }: { readonly of: Case }) {
  const t = useText()
  const kind = useKind()
  const formats = useFormats()
  const { market } = useWords()
  const { order, case: asked } = of.record
  const day = (d: string | undefined) => (d === undefined ? '—' : formats.day(d))
  return (
    <Section title={t('asked')}>
      <Facts>
        <Fact name={t('kind')}>{kind(of.kind)}</Fact>
        <Fact name={t('market')}>{market(of.market)}</Fact>
        <Fact name={t('ordered')}>{day(order.day)}</Fact>
        <Fact name={t('delivered')}>{day(order.delivered)}</Fact>
        <Fact name={t('requested')}>{day(asked.requested)}</Fact>
        <Fact name={t('back')}>{day(asked['goods-back'])}</Fact>
        {of.project !== null && of.product !== null ? (
          <Fact name={t('product')}>
            <Link
              to={`/projects/${encodeURIComponent(of.project)}/products/${encodeURIComponent(of.product)}` as never}
            >
              {of.title ?? of.product}
            </Link>
          </Fact>
        ) : null}
      </Facts>
      <table className="case-table case-lines">
        <caption className="heard">{t('lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            <th scope="col" className="case-end">
              {t('quantity')}
            </th>
            <th scope="col" className="case-end">
              {t('price')}
            </th>
            <th scope="col" className="case-end">
              {t('discount')}
            </th>
            <th scope="col" className="case-end">
              {t('asksBack')}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => {
            const own = asked.lines?.find((l) => l.line === line.id)
            const back = asked.lines === undefined ? line.quantity - line['returned-before'] : (own?.quantity ?? 0)
            return (
              <tr key={line.id}>
                <td>{line.product === of.product ? (of.title ?? line.id) : (line.product ?? line.id)}</td>
                <td className="case-end" data-head={t('quantity')}>
                  {line.quantity}
                </td>
                <td className="case-end" data-head={t('price')}>
                  {order.currency} {line.price}
                </td>
                <td className="case-end" data-head={t('discount')}>
                  {line.discount ?? '—'}
                </td>
                <td className="case-end" data-head={t('asksBack')}>
                  {back}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
