import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask, askPages } from '../../client/ask.ts'
import type { Row } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { markOf } from '../../ui/gate/finding-list.tsx'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { DocumentForm } from '../supplier/forms/document-form.tsx'
import type { Review, Supplier } from '../supplier/record.ts'
import { UntilDay } from '../supplier/until-day.tsx'
import { OwnSupplier } from './own-supplier.tsx'
import './portal.css'

const useText = texts('portal-owed', {
  title: { zh: '待补资料', en: 'What we owe' },
  about: {
    zh: '{{name}}：以下每项补齐后，产品方可上播。',
    en: '{{name}}: each of these is to be mended before products go on air.',
  },
  own: { zh: '企业资料', en: 'About the firm' },
  products: { zh: '产品', en: 'Products' },
  samples: { zh: '待寄样品', en: 'Samples to send' },
  send: { zh: '寄样', en: 'Send' },
  by: { zh: '{{day}}前', en: 'by {{day}}' },
  mend: { zh: '去补充', en: 'Mend it' },
  upload: { zh: '上传证件', en: 'Upload' },
  none: { zh: '没有待补资料', en: 'Nothing is owed' },
  noneHow: { zh: '有新的要求时会在这里出现。', en: 'New requests will stand here.' },
  lapsing: { zh: '即将到期', en: 'Lapsing soon' },
  more: { zh: '更多', en: 'More' },
  also: { zh: '用于 {{count}} 个项目', en: { one: 'for {{count}} project', other: 'for {{count}} projects' } },
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

type Work = Row<'work.list'>

function Lists({ supplier, review }: { readonly supplier: Supplier; readonly review: Review }) {
  const t = useText()
  const [adding, setAdding] = useState<string | true>()
  const work = useInfiniteQuery(askPages('work.list', {}, {}))
  const products = useQuery(ask('supplier.products', { supplier: supplier.id }, { limit: 200 }))
  const waiting = (products.data?.rows ?? []).flatMap((p) =>
    p.samples.filter((s) => s.state === 'requested').map((s) => ({ ...p, sample: s.id })),
  )
  const missing = review.wanted.find((w) => w.part === 'document' && !w.held)?.anyOf[0]?.id
  return (
    <>
      <Asked of={work} lines={8}>
        {({ pages }) => {
          const rows = pages.flatMap((p) => p.rows)
          if (rows.length === 0)
            return (
              <Empty title={t('none')}>
                <p>{t('noneHow')}</p>
              </Empty>
            )
          // the same lack in several projects is one thing to mend
          const group = (kind: Work['kind']) => [
            ...Map.groupBy(
              rows.filter((r) => r.kind === kind),
              (r) => `${r.subject} ${r.finding.what.zh}`,
            ).values(),
          ]
          return (
            <>
              {(['supplier', 'product'] as const).map((kind) => {
                const groups = group(kind)
                if (groups.length === 0) return null
                return (
                  <Section
                    key={kind}
                    title={t(kind === 'supplier' ? 'own' : 'products')}
                    beside={<span className="quiet">{groups.length}</span>}
                  >
                    <ul className="portal-owed">
                      {groups.map((same) => (
                        <Thing
                          key={`${same[0]?.subject} ${same[0]?.finding.what.en}`}
                          same={same}
                          onUpload={() => setAdding(missing ?? true)}
                        />
                      ))}
                    </ul>
                  </Section>
                )
              })}
              {work.hasNextPage ? (
                <Button loading={work.isFetchingNextPage} onClick={() => void work.fetchNextPage()}>
                  {t('more')}
                </Button>
              ) : null}
            </>
          )
        }}
      </Asked>
      {waiting.length > 0 ? (
        <Section title={t('samples')}>
          <ul className="portal-owed">
            {waiting.map((p) => (
              <li key={`${p.project} ${p.id} ${p.sample}`}>
                <p>
                  {p.title} <span className="quiet">{p.sample}</span>
                </p>
                <Link to="/portal/products/$project/$product" params={{ project: p.project, product: p.id }}>
                  <Button type="primary" ghost>
                    {t('send')}
                  </Button>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Lapsing supplier={supplier.id} />
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

function Thing({ same, onUpload }: { readonly same: readonly Work[]; readonly onUpload: () => void }) {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  const first = same[0] as Work
  const { finding, kind, project, subject, title } = first
  const projects = new Set(same.map((s) => s.project)).size
  return (
    <li>
      <div>
        <p>
          <GateMark state={markOf(finding as never) ?? 'conditional'} small />{' '}
          {kind === 'product' ? <strong>{title}：</strong> : null}
          {say(finding.what)} <Clause id={finding.clause} />
        </p>
        <p className="quiet">
          {say(finding.remedy)} · {t('by', { day: formats.day(first.due) })}
          {projects > 1 ? ` · ${t('also', { count: projects })}` : ''}
        </p>
      </div>
      {kind === 'product' ? (
        <Link to="/portal/products/$project/$product" params={{ project, product: subject }}>
          <Button>{t('mend')}</Button>
        </Link>
      ) : finding.check === UPLOADS ? (
        <Button onClick={onUpload}>{t('upload')}</Button>
      ) : (
        <Link to="/portal/profile" hash={HASHES[finding.check] ?? ''}>
          <Button>{t('mend')}</Button>
        </Link>
      )}
    </li>
  )
}
const HASHES: Readonly<Record<string, string>> = {
  'supplier.identity.valid': 'identity',
  'supplier.authorisation.chain': 'chains',
  'supplier.inspection.passed': 'inspections',
}

function Lapsing({ supplier }: { readonly supplier: string }) {
  const t = useText()
  const say = useSay()
  const found = useQuery(ask('paper-notice.list', {}, { supplier }))
  if (!found.data || found.data.rows.length === 0) return null
  return (
    <Section title={t('lapsing')}>
      <ul className="portal-owed">
        {found.data.rows.map((r) => (
          <li key={`${r.kind} ${r.paper} ${r.threshold}`}>
            <p>{say(r.name)}</p>
            <UntilDay day={r.until} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
