import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { useLanguage } from '../../../texts/language.ts'
import { texts } from '../../../texts/texts.ts'
import { Section } from '../../../ui/page/page.tsx'
import { EvidenceButton } from '../evidence-button.tsx'
import { OwnerForm } from '../forms/owner-form.tsx'
import type { Supplier } from '../record.ts'
import { countryName } from '../words.ts'
import './owners.css'

const useText = texts('supplier-owners', {
  title: { zh: '受益所有人', en: 'Beneficial owners' },
  add: { zh: '登记', en: 'Record' },
  none: { zh: '未登记受益所有人', en: 'No beneficial owner is on record' },
  unknown: { zh: '比例未注明', en: 'share not told' },
  rest: { zh: '其余 {{share}} 未登记', en: '{{share}} more is not on record' },
})

/** I2 · Who owns the supplier in the end, with what share. */
export function Owners({ supplier }: { readonly supplier: Supplier }) {
  const t = useText()
  const { percent } = useFormats()
  const language = useLanguage()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const owners = supplier.record['beneficial-owners']
  const total = owners.reduce((sum, o) => sum + Math.round(Number(o.share ?? 0) * 10_000), 0) / 10_000
  return (
    <Section
      title={t('title')}
      id="owners"
      beside={
        may('sourcing', 'legal', 'supplier') ? (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        ) : undefined
      }
    >
      {owners.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul>
        {owners.map((o) => (
          <li key={o.name} className="owner">
            <span>
              {o.name} {o.country ? <span className="quiet">{countryName(o.country, language)}</span> : null}
            </span>
            <span className="owner-bar" aria-hidden>
              <i style={{ width: `${Number(o.share ?? 0) * 100}%` }} />
            </span>
            <span className="owner-share">
              {o.share === undefined ? <span className="profile-warn">{t('unknown')}</span> : percent(Number(o.share))}{' '}
              {o.evidence ? <EvidenceButton of={o.evidence} /> : null}
            </span>
          </li>
        ))}
      </ul>
      {owners.length > 0 && total < 1 ? (
        <p className="quiet profile-small">
          {t('rest', { share: percent(Math.round((1 - total) * 10_000) / 10_000) })}
        </p>
      ) : null}
      <OwnerForm open={adding} onClose={() => setAdding(false)} supplier={supplier.id} />
    </Section>
  )
}
