import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Fact, Facts, Section } from '../../ui/page/page.tsx'
import { useRemedy } from './case-words.ts'

const useText = texts('case-decision', {
  title: { zh: '裁定', en: 'Decision' },
  none: { zh: '尚未裁定', en: 'Not decided yet' },
  why: {
    zh: '点“裁定”后，系统按下单日的法律与店铺政策逐行算出。',
    en: 'Decide, and it is worked out line by line by the law of the day of the order.',
  },
  eligible: { zh: '支持', en: 'Granted' },
  refused: { zh: '不支持', en: 'Refused' },
  remedy: { zh: '处理', en: 'Remedy' },
  basis: { zh: '依据', en: 'By' },
  law: { zh: '法律', en: 'Law' },
  policy: { zh: '店铺政策', en: 'The shop’s policy' },
  neither: { zh: '两者皆不支持', en: 'Neither law nor policy' },
  deadline: { zh: '最后提出日', en: 'Last day to ask' },
  refundBy: { zh: '最后退款日', en: 'Last day to pay' },
  waits: { zh: '收到退货后起算', en: 'Counts once the goods are back' },
  amount: { zh: '逐行金额', en: 'Amount, line by line' },
  total: { zh: '应退合计', en: 'To pay back' },
  reasons: { zh: '裁定理由', en: 'What decided it' },
  route: { zh: '退货路径', en: 'Way back' },
  payer: { zh: '退货运费', en: 'Way back paid by' },
  buyer: { zh: '买家承担', en: 'the buyer' },
  seller: { zh: '卖家承担', en: 'the seller' },
  nobody: { zh: '无需退回', en: 'nothing to send back' },
  line: { zh: '行 {{id}}', en: 'Line {{id}}' },
})

/** T4 · What was decided: eligibility and refund explained line by line, with the rule and where it stands. */
export function Decision({ of: { decision } }: { readonly of: Answer<'case.get'> }) {
  const t = useText()
  const say = useSay()
  const remedy = useRemedy()
  const formats = useFormats()
  if (decision === null)
    return (
      <Section title={t('title')}>
        <Empty title={t('none')}>{t('why')}</Empty>
      </Section>
    )
  const { basis } = decision
  return (
    <Section
      title={t('title')}
      beside={
        <span className={decision.eligible ? 'case-granted' : 'case-refused'}>
          {decision.eligible ? `✓ ${t('eligible')}` : `✗ ${t('refused')}`} · <Clause id="T4" />
        </span>
      }
    >
      <Facts>
        <Fact name={t('remedy')}>{remedy(decision.remedy)}</Fact>
        <Fact name={t('basis')}>
          {basis.kind === 'law' ? t('law') : basis.kind === 'policy' ? t('policy') : t('neither')}
          {basis.source === undefined ? null : <span className="case-source">{basis.source}</span>}
        </Fact>
        <Fact name={t('deadline')}>{decision.deadline === undefined ? '—' : formats.day(decision.deadline)}</Fact>
        <Fact name={t('refundBy')}>
          {decision.refundBy === undefined ? t('waits') : formats.day(decision.refundBy)}
        </Fact>
        <Fact name={t('route')}>{say(decision.return.route)}</Fact>
        <Fact name={t('payer')}>{t(decision.return.payer)}</Fact>
      </Facts>
      {decision.lines.length === 0 ? null : <Amounts decision={decision} />}
      {decision.reasons.length > 0 ? (
        <>
          <h3 className="case-heading">{t('reasons')}</h3>
          <ol className="case-reasons">
            {decision.reasons.map((reason) => (
              <li key={reason.en}>{say(reason)}</li>
            ))}
          </ol>
        </>
      ) : null}
    </Section>
  )
}

function Amounts({ decision }: { readonly decision: NonNullable<Answer<'case.get'>['decision']> }) {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  return (
    <>
      <h3 className="case-heading">{t('amount')}</h3>
      <table className="case-table">
        <tbody>
          {decision.lines.map((line) => (
            <tr key={`${line.what} ${line.line ?? ''} ${line.amount.minor}`}>
              <td>
                {say(line.why)}
                {line.line === undefined || decision.lines.every((l) => l.line === line.line) ? null : (
                  <span className="quiet"> · {t('line', { id: line.line })}</span>
                )}
              </td>
              <td className={line.amount.minor < 0 ? 'case-end case-minus' : 'case-end'}>
                {formats.money(line.amount)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td className="case-end case-total">{formats.money(decision.total)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  )
}
