import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { FindingList } from '../../ui/gate/finding-list.tsx'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { type Cure, CureLink, cureOf, dialog } from '../product/forms/cure.tsx'
import { CureForm } from '../product/forms/cure-form.tsx'
import { EvidenceButton } from '../supplier/evidence-button.tsx'
import { UntilDay } from '../supplier/until-day.tsx'
import { useSampleWords } from './sample-words.ts'
import { SendSample } from './send-sample.tsx'
import { OwnOffer } from './terms/own-offer.tsx'
import './portal.css'

const useText = texts('own-product', {
  product: { zh: '产品', en: 'Product' },
  owed: { zh: '待补', en: 'To mend' },
  edit: { zh: '修改商品信息', en: 'Edit the listing' },
  describe: { zh: '补充信息', en: 'Add facts' },
  certificates: { zh: '证书与检测报告', en: 'Certificates and reports' },
  addCertificate: { zh: '上传证书', en: 'Add a certificate' },
  labels: { zh: '标签内容', en: 'Label statements' },
  addLabel: { zh: '登记标签', en: 'Add a label' },
  samples: { zh: '样品', en: 'Samples' },
  none: { zh: '尚无', en: 'None yet' },
  held: { zh: '{{holder}} 持有', en: 'held by {{holder}}' },
})

type Product = Answer<'product.get'>
type Facts = {
  certificates: { type: string; number?: string; body?: string; expires?: string; evidence?: string }[]
  labels: { statement: string; language?: string; text?: string; evidence?: string }[]
  samples: { id: string; history: { state: string; at: string; by: string; holder?: string }[] }[]
}

/** A product as its supplier sees it: what it lacks, its certificates and labels, and its samples' way. */
export function OwnProduct() {
  const { project, product } = useParams({ from: '/portal/products/$project/$product' })
  const t = useText()
  const found = useQuery(ask('product.get', { project, product }))
  // stands above the rest, which would move down when it came later
  const { isPending } = useQuery(ask('offer.terms', { project, product }))
  return (
    <Asked of={isPending ? { ...found, data: undefined } : found} lines={8}>
      {(of) => (
        <Page title={of.title || t('product')} beside={<GateMark state={of.state} />} about={of.id}>
          <Shown project={project} product={of} />
        </Page>
      )}
    </Asked>
  )
}

function Shown({ project, product }: { readonly project: string; readonly product: Product }) {
  const t = useText()
  const say = useSay()
  const s = useSampleWords()
  const formats = useFormats()
  const kinds = useQuery({ ...ask('product.kinds', {}), staleTime: Number.POSITIVE_INFINITY })
  const review = useQuery(ask('product.review', { project, product: product.id })).data
  const [open, setOpen] = useState<Cure>()
  const facts = (product.facts ?? { certificates: [], labels: [], samples: [] }) as unknown as Facts
  const nameOf = (all: 'evidence' | 'labels', id: string) => {
    const known = kinds.data?.[all].find((k) => k.id === id)
    return known ? say(known.name) : id
  }
  const owed = product.findings.filter((f) => f.owner === 'supplier' && !f.waived)
  const at = { project, product: product.id }
  return (
    <>
      <Section
        title={t('owed')}
        beside={
          <>
            <Button onClick={() => setOpen(dialog('edit-listing'))}>{t('edit')}</Button>{' '}
            <Button onClick={() => setOpen(dialog('describe'))}>{t('describe')}</Button>
          </>
        }
      >
        <FindingList
          findings={owed as never}
          cure={(f) => {
            const cure = cureOf(f)
            return cure && 'dialog' in cure ? (
              <CureLink {...at} cure={cure} product={product.id} onCure={setOpen} />
            ) : null
          }}
        />
      </Section>
      <OwnOffer {...at} />
      <Section
        title={t('certificates')}
        id="certificates"
        beside={
          <Button type="primary" ghost onClick={() => setOpen(dialog('add-certificate'))}>
            {t('addCertificate')}
          </Button>
        }
      >
        {facts.certificates.length === 0 ? <p className="quiet">{t('none')}</p> : null}
        <ul className="portal-owed">
          {facts.certificates.map((c) => (
            <li key={`${c.type} ${c.number}`}>
              <p>
                {nameOf('evidence', c.type)}{' '}
                <span className="quiet">{[c.number, c.body].filter(Boolean).join(' · ')}</span>
              </p>
              <span>
                <UntilDay day={c.expires} /> <EvidenceButton of={c.evidence} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title={t('labels')}
        id="labels"
        beside={<Button onClick={() => setOpen(dialog('add-label'))}>{t('addLabel')}</Button>}
      >
        {facts.labels.length === 0 ? <p className="quiet">{t('none')}</p> : null}
        <ul className="portal-owed">
          {facts.labels.map((l) => (
            <li key={`${l.statement} ${l.language}`}>
              <p>
                {nameOf('labels', l.statement)}{' '}
                <span className="quiet">{[l.language, l.text].filter(Boolean).join(' · ')}</span>
              </p>
              <EvidenceButton of={l.evidence} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('samples')} id="samples">
        {facts.samples.length === 0 ? <p className="quiet">{t('none')}</p> : null}
        <ul className="portal-owed">
          {facts.samples.map((sample) => {
            const last = sample.history.at(-1)
            return (
              <li key={sample.id}>
                <div>
                  <p>
                    {sample.id} <strong>{s((last?.state ?? 'requested') as 'requested')}</strong>
                  </p>
                  <p className="quiet">
                    {last ? `${formats.moment(last.at)} · ${last.by}` : ''}
                    {last?.holder ? ` · ${t('held', { holder: last.holder })}` : ''}
                  </p>
                </div>
                {last?.state === 'requested' ? <SendSample {...at} sample={sample.id} /> : null}
              </li>
            )
          })}
        </ul>
      </Section>
      {open ? <CureForm {...{ project, product, review }} curing={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}
