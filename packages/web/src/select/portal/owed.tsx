import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { DocumentForm } from '../supplier/forms/document-form.tsx'

import { OwesList, type Owed as Owing } from '../supplier/owes/owes-list.tsx'
import type { Review, Supplier } from '../supplier/record.ts'
import { UntilDay } from '../supplier/until-day.tsx'

import { OwnSupplier } from './own-supplier.tsx'
import { WaitingOffers } from './terms/waiting-offers.tsx'
import './portal.css'

const useText = texts('portal-owed', {
  title: { zh: '待办事项', en: 'What we owe' },
  about: {
    zh: '{{name}}：资料补齐后产品方可上播，整改请按期答复。',
    en: '{{name}}: papers are due before products go on air, corrections by their day.',
  },
  nonconformity: { zh: '不合格整改', en: 'Nonconformities to answer' },
  supplier: { zh: '企业资料', en: 'About the firm' },
  product: { zh: '产品', en: 'Products' },
  sample: { zh: '待寄样品', en: 'Samples to send' },
  answer: { zh: '去答复', en: 'Answer it' },
  send: { zh: '寄样', en: 'Send' },
  mend: { zh: '去补充', en: 'Mend it' },
  upload: { zh: '上传证件', en: 'Upload' },
  none: { zh: '没有待办事项', en: 'Nothing is owed' },
  noneHow: { zh: '有新的要求时会在这里出现。', en: 'New requests will stand here.' },
  lapsing: { zh: '即将到期', en: 'Lapsing soon' },
})

/** The home of a supplier's account: what it owes, each with its remedy, its day, and where it is mended. */
export function Owed() {
  const t = useText()
  return (
    <OwnSupplier>
      {(supplier, review) => (
        <Page title={t('title')} about={t('about', { name: supplier.record.name })}>
          <Lists supplier={supplier} review={review} />
        </Page>
      )}
    </OwnSupplier>
  )
}

const KINDS = ['nonconformity', 'supplier', 'product', 'sample'] as const

function Lists({ supplier, review }: { readonly supplier: Supplier; readonly review: Review }) {
  const t = useText()
  const [adding, setAdding] = useState<string | true>()
  const owes = useQuery(ask('supplier.owes', { supplier: supplier.id }))
  const asked = useQuery(ask('supplier.offers', { supplier: supplier.id }, { state: 'waiting' }))
  const lapsing = useQuery(ask('paper-notice.list', {}, { supplier: supplier.id }))
  const offers = asked.data
  // all of it comes at once: what came late would push the rest about
  const late = asked.isPending || lapsing.isPending
  const missing = review.wanted.find((w) => w.part === 'document' && !w.held)?.anyOf[0]?.id
  return (
    <>
      <Asked of={late ? { ...owes, data: undefined, error: null } : owes} lines={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            offers?.rows.length ? null : (
              <Empty title={t('none')}>
                <p>{t('noneHow')}</p>
              </Empty>
            )
          ) : (
            KINDS.map((kind) => {
              const its = rows.filter((r) => r.kind === kind)
              return its.length === 0 ? null : (
                <Section key={kind} title={t(kind)} beside={<span className="quiet">{its.length}</span>}>
                  <OwesList
                    rows={its}
                    cure={(owed) => <Cure owed={owed} onUpload={() => setAdding(missing ?? true)} />}
                  />
                </Section>
              )
            })
          )
        }
      </Asked>
      {late || owes.isPending ? null : (
        <>
          {offers ? <WaitingOffers rows={offers.rows} more={offers.next !== null} /> : null}
          <Lapsing rows={lapsing.data?.rows ?? []} />
        </>
      )}
      <DocumentForm
        open={adding !== undefined}
        onClose={() => setAdding(undefined)}
        supplier={supplier.record}
        type={adding === true ? undefined : adding}
      />
    </>
  )
}

const UPLOADS = 'supplier.documents.valid'

function Cure({ owed, onUpload }: { readonly owed: Owing; readonly onUpload: () => void }) {
  const t = useText()
  const [first] = owed.subjects
  if (owed.kind === 'supplier')
    return owed.check === UPLOADS ? (
      <Button onClick={onUpload}>{t('upload')}</Button>
    ) : (
      <Link to="/portal/profile" hash={HASHES[owed.check] ?? ''}>
        <Button>{t('mend')}</Button>
      </Link>
    )
  if (!first) return null
  return owed.kind === 'nonconformity' ? (
    <Link to="/portal/nonconformities/$nonconformity" params={{ nonconformity: first.id }}>
      <Button type="primary">{t('answer')}</Button>
    </Link>
  ) : (
    <Link to="/portal/products/$project/$product" params={{ project: first.project, product: first.id }}>
      <Button>{t(owed.kind === 'sample' ? 'send' : 'mend')}</Button>
    </Link>
  )
}
const HASHES: Readonly<Record<string, string>> = {
  'supplier.identity.valid': 'identity',
  'supplier.authorisation.chain': 'chains',
  'supplier.inspection.passed': 'inspections',
}

function Lapsing({ rows }: { readonly rows: Answer<'paper-notice.list'>['rows'] }) {
  const t = useText()
  const say = useSay()
  if (rows.length === 0) return null
  return (
    <Section title={t('lapsing')}>
      <ul className="portal-owed">
        {rows.map((r) => (
          <li key={`${r.kind} ${r.paper} ${r.threshold}`}>
            <p>{say(r.name)}</p>
            <UntilDay day={r.until} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
