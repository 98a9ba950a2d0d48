import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { EvidenceButton } from '../evidence-button.tsx'
import { DocumentForm } from '../forms/document-form.tsx'
import type { Review, Supplier } from '../record.ts'
import { UntilDay } from '../until-day.tsx'
import { useSupplierWords } from '../words.ts'
import { PaperTimeLine } from './paper-time-line.tsx'

const useText = texts('supplier-papers', {
  title: { zh: '证件与期限', en: 'Papers in time' },
  add: { zh: '登记证件', en: 'Record a document' },
  missing: { zh: '还缺', en: 'Missing still' },
  handIn: { zh: '补交', en: 'Hand in' },
  or: { zh: ' 或 ', en: ' or ' },
  all: { zh: '全部证件（{{count}}）', en: { one: 'The document', other: 'All {{count}} documents' } },
  issuedBy: { zh: '{{issuer}}签发', en: 'by {{issuer}}' },
})

/** P3, I2 · The papers of a supplier against the streams it is to reach; what the matrix asks and is not held. */
export function Papers({ supplier, review }: { readonly supplier: Supplier; readonly review: Review }) {
  const t = useText()
  const say = useSay()
  const w = useSupplierWords()
  const formats = useFormats()
  const may = useMay()
  const [adding, setAdding] = useState<string | true>()
  const missing = review.wanted.filter((one) => one.part === 'document' && !one.held)
  const mayAdd = may('sourcing', 'supplier', 'legal')
  return (
    <Section
      title={t('title')}
      id="documents"
      beside={
        mayAdd ? (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        ) : undefined
      }
    >
      <PaperTimeLine review={review} />
      {missing.length > 0 ? (
        <>
          <h3>{t('missing')}</h3>
          <ul className="profile-rows">
            {missing.map(({ anyOf, need, row }) => (
              <li key={`${row} ${anyOf.map((a) => a.id).join()}`} className="profile-row-head">
                <span>
                  <GateMark state={need === 'must' ? 'open' : 'conditional'} of={w(need)} small />{' '}
                  {anyOf.map((a) => say(a.name)).join(t('or'))} <span className="quiet">{w(need)}</span>
                </span>
                {mayAdd ? (
                  <Button size="small" type="link" onClick={() => setAdding(anyOf[0]?.id ?? true)}>
                    {t('handIn')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <details>
        <summary className="papers-all">{t('all', { count: supplier.record.documents.length })}</summary>
        <ul className="profile-rows">
          {supplier.record.documents.map((d, i) => {
            const about = review.documents[i]
            return (
              <li key={`${d.type} ${d.number}`} className="profile-row-head">
                <span>
                  <strong>{about ? say(about.name) : d.type}</strong>{' '}
                  <span className="quiet">
                    {[
                      d.number,
                      d.issuer ? t('issuedBy', { issuer: d.issuer }) : undefined,
                      d.issued && formats.day(d.issued),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <span>
                  {about && about.state !== 'valid' ? <span className="profile-wrong">{w(about.state)} </span> : null}
                  <UntilDay day={about?.until} /> <EvidenceButton of={d.evidence} />
                </span>
              </li>
            )
          })}
        </ul>
      </details>
      <DocumentForm
        open={adding !== undefined}
        onClose={() => setAdding(undefined)}
        supplier={supplier.record}
        type={adding === true ? undefined : adding}
      />
    </Section>
  )
}
