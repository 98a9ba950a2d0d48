import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Clause } from '../../../ui/gate/clause.tsx'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { DecisionMark } from '../decision-mark.tsx'
import type { Review, Supplier } from '../record.ts'
import { UntilDay } from '../until-day.tsx'
import { useSupplierWords } from '../words.ts'
import './decision-card.css'

const useText = texts('supplier-decision', {
  title: { zh: '资格评定', en: 'Qualification' },
  signed: { zh: '签署的评定', en: 'As signed' },
  computed: { zh: '现有资料的结论', en: 'As the record stands' },
  by: { zh: '{{by}}，{{on}}', en: '{{by}}, {{on}}' },
  none: { zh: '尚未签署', en: 'Not signed yet' },
  method: { zh: '统一审查方法，可重放', en: 'One method for all, can be run again' },
  until: { zh: '有效至', en: 'until' },
  because: { zh: '届时{{what}}', en: 'then {{what}}' },
  differs: {
    zh: '签署的评定宽于现有资料，请重新评定',
    en: 'It was signed as more than the record gives: decide again',
  },
  inspected: { zh: '考察人 {{by}}', en: 'Inspected by {{by}}' },
  reject: { zh: '不得选用', en: 'Forbids' },
  condition: { zh: '附条件', en: 'Conditions' },
  note: { zh: '提示', en: 'Notes' },
  clean: { zh: '没有待处理的问题', en: 'Nothing to mend' },
})

const RANK = { qualified: 0, conditional: 1, rejected: 2 } as const
const EFFECTS = ['reject', 'condition', 'note'] as const
const PLACES: Readonly<Record<string, string>> = {
  number: '#identity',
  consistency: '#consistency',
  document: '#documents',
  inspection: '#inspections',
  screening: '#screenings',
  owner: '#owners',
  bank: '#bank',
}

/** I2, R2 · What was signed, by whom, beside what the record gives by the one method, reason by reason. */
export function DecisionCard({ supplier, review }: { readonly supplier: Supplier; readonly review: Review }) {
  const t = useText()
  const w = useSupplierWords()
  const say = useSay()
  const formats = useFormats()
  const signed = supplier.record.decision
  const due = review.decision
  const inspector = review.inspections[0]
    ? supplier.record.inspections.find(
        (i) => i.template === review.inspections[0]?.template && i.day === review.inspections[0]?.day,
      )?.by
    : undefined
  return (
    <Section title={t('title')} id="decision" beside={<Clause id="I2" />}>
      <div className="decision-card">
        <div>
          <p className="quiet">{t('signed')}</p>
          {signed ? (
            <>
              <p className="decision-result">
                <DecisionMark result={signed.result} lapses={signed.lapses ?? null} />
              </p>
              <p>{t('by', { by: signed.by, on: formats.day(signed.on) })}</p>
              {inspector ? <p className="quiet">{t('inspected', { by: inspector })}</p> : null}
              <p className="profile-small">
                {t('until')} <UntilDay day={signed.lapses} />
              </p>
              {signed.reason ? <p className="quiet">{signed.reason}</p> : null}
            </>
          ) : (
            <p className="decision-result quiet">{t('none')}</p>
          )}
        </div>
        {due ? (
          <div>
            <p className="quiet">{t('computed')}</p>
            <p className="decision-result">
              <DecisionMark result={due.result} />
            </p>
            <p className="quiet">{t('method')}</p>
            <p className="profile-small">
              {t('until')} {formats.day(due.lapses)} · {t('because', { what: say(due.because) })}
            </p>
          </div>
        ) : null}
      </div>
      {signed && due && RANK[signed.result] < RANK[due.result] ? (
        <p className="profile-wrong">
          <GateMark state="open" small /> {t('differs')}
        </p>
      ) : null}
      {due?.reasons.length === 0 ? <p className="profile-good">{t('clean')}</p> : null}
      {EFFECTS.map((effect) => {
        const reasons = due?.reasons.filter((r) => r.effect === effect) ?? []
        if (reasons.length === 0) return null
        return (
          <div key={effect} className="decision-reasons">
            <h3>
              {t(effect)} <span className="quiet">{reasons.length}</span>
            </h3>
            <ul>
              {reasons.map((r) => (
                <li key={`${r.part} ${r.what.en}`}>
                  <GateMark
                    state={effect === 'reject' ? 'open' : effect === 'condition' ? 'conditional' : 'waived'}
                    of={w(effect === 'reject' ? 'rejected' : 'conditional')}
                    small
                  />
                  <span>
                    <a href={PLACES[r.part]}>{say(r.what)}</a> <span className="quiet">{say(r.remedy)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </Section>
  )
}
