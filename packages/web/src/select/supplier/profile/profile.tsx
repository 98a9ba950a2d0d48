import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useMay } from '../../../shell/session.ts'
import { useLanguage } from '../../../texts/language.ts'
import { texts } from '../../../texts/texts.ts'
import { Comments } from '../../../ui/comments/comments.tsx'
import { FindingList } from '../../../ui/gate/finding-list.tsx'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { WriteLetter } from '../../../ui/letter/write-letter.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { Page, Section } from '../../../ui/page/page.tsx'
import { DecisionMark } from '../decision-mark.tsx'
import { DecideForm } from '../forms/decide-form.tsx'

import { OwesSection } from '../owes/owes-section.tsx'
import type { Review, Supplier } from '../record.ts'
import { countryName, useSupplierWords } from '../words.ts'

import { BankAccounts } from './bank-accounts.tsx'
import { Chains } from './chains.tsx'
import { DecisionCard } from './decision-card.tsx'
import { History } from './history.tsx'
import { Identity } from './identity.tsx'
import { Inspections } from './inspections.tsx'
import { Owners } from './owners.tsx'
import { Papers } from './papers.tsx'
import { Products } from './products.tsx'
import { Scorecard } from './scorecard.tsx'
import { Screenings } from './screenings.tsx'
import './profile.css'

const useText = texts('supplier-profile', {
  decide: { zh: '签署评定', en: 'Sign a decision' },
  inspect: { zh: '开始考察', en: 'Inspect' },
  gates: { zh: '各项目中的供应商关', en: 'Its gate in every project' },
  findings: { zh: '{{count}} 个问题', en: { one: '{{count}} finding', other: '{{count}} findings' } },
  open: { zh: '打开项目', en: 'Open the project' },
  noGates: { zh: '尚未参与任何项目', en: 'It stands in no project yet' },
  due: {
    zh: '现有资料的结论是“{{result}}”：{{count}} 项待处理',
    en: 'The record as it stands gives “{{result}}”: {{count}} to mend',
  },
  loading: { zh: '供应商', en: 'Supplier' },
})

const OWING = ['supplier-request', 'supplier-rejection'] as const
const REJECTED = ['supplier-rejection', 'supplier-request'] as const

/** I1, I2, R2 · A supplier: what it says, what proves it, what follows from it, and what is decided. */
export function Profile() {
  const { supplier } = useParams({ from: '/suppliers/$supplier' })
  const t = useText()
  const found = useQuery(ask('supplier.get', { supplier }))
  const review = useQuery(ask('supplier.review', { supplier }))
  if (found.data && review.data) return <Shown supplier={found.data} review={review.data} />
  const asked = found.error ? found : review
  return (
    <Page title={t('loading')}>
      <Asked of={{ data: undefined, error: asked.error, refetch: asked.refetch as never }} lines={12}>
        {() => null}
      </Asked>
    </Page>
  )
}

function Shown({ supplier, review }: { readonly supplier: Supplier; readonly review: Review }) {
  const t = useText()
  const w = useSupplierWords()
  const may = useMay()
  const language = useLanguage()
  const [deciding, setDeciding] = useState(false)
  const { record, gates } = supplier
  const about = [...record.names, countryName(record.country, language), w(record.kind), record.id]
  const due = review.decision
  const held = due?.reasons.filter((r) => r.effect !== 'note') ?? []
  return (
    <Page
      title={record.name}
      beside={<DecisionMark result={record.decision?.result ?? null} lapses={record.decision?.lapses ?? null} />}
      about={about.join(' · ')}
      actions={
        <>
          <WriteLetter kinds={record.decision?.result === 'rejected' ? REJECTED : OWING} record={record.id} />
          {may('sourcing', 'quality') ? (
            <Link to="/suppliers/$supplier/inspect" params={{ supplier: record.id }}>
              <Button>{t('inspect')}</Button>
            </Link>
          ) : null}
          {may('sourcing', 'quality', 'legal') ? (
            <Button type="primary" onClick={() => setDeciding(true)}>
              {t('decide')}
            </Button>
          ) : null}
        </>
      }
      stops={
        due && held.length > 0 ? (
          <a href="#decision">{t('due', { result: w(due.result), count: held.length })}</a>
        ) : null
      }
    >
      <div className="profile-grid">
        <div className="profile-column">
          <Section title={t('gates')} id="gates">
            {gates.length === 0 ? <p className="quiet">{t('noGates')}</p> : null}
            {gates.map((gate) => (
              <details key={gate.project} className="profile-gate" open={gates.length === 1}>
                <summary>
                  <GateMark state={gate.state} /> {gate.name}{' '}
                  {gate.findings.length > 0 ? (
                    <span className="quiet">{t('findings', { count: gate.findings.length })}</span>
                  ) : null}
                </summary>
                <Link to="/projects/$project" params={{ project: gate.project }} className="profile-gate-link">
                  {t('open')} →
                </Link>
                <FindingList findings={gate.findings as never} />
              </details>
            ))}
          </Section>
          <OwesSection supplier={record.id} />
          <Papers supplier={supplier} review={review} />
          <Identity supplier={supplier} review={review} />
          <Chains supplier={supplier} review={review} />
          <Inspections supplier={supplier} review={review} />
          <Products supplier={record.id} />
        </div>
        <div className="profile-column">
          <DecisionCard supplier={supplier} review={review} />
          <Screenings supplier={supplier} />
          <BankAccounts supplier={supplier} review={review} />
          <Owners supplier={supplier} />
          <Scorecard supplier={record.id} />
          <History supplier={record.id} />
          <Comments of="supplier" id={record.id} />
        </div>
      </div>
      <DecideForm open={deciding} onClose={() => setDeciding(false)} supplier={supplier} review={review} />
    </Page>
  )
}
