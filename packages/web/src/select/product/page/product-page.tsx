import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useMay } from '../../../shell/session.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Comments } from '../../../ui/comments/comments.tsx'
import { FindingList } from '../../../ui/gate/finding-list.tsx'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { WriteLetter } from '../../../ui/letter/write-letter.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { Page, Section } from '../../../ui/page/page.tsx'
import { Certificates } from '../evidence/certificates.tsx'
import { Claims } from '../evidence/claims.tsx'
import { Compared } from '../evidence/compared.tsx'
import { Labels } from '../evidence/labels.tsx'
import { Samples } from '../evidence/samples.tsx'
import { useByMarkets } from '../findings.ts'
import { CLAIMS, type Cure, CureLink, cureOf, useCureName } from '../forms/cure.tsx'
import { CureForm } from '../forms/cure-form.tsx'
import type { OfProduct } from '../of-product.ts'
import { Thumb } from '../thumb.tsx'
import { ClassAndTheme } from './class-and-theme.tsx'
import { ProductFigures } from './figures.tsx'
import { History } from './history.tsx'
import { Prices } from './prices.tsx'
import { Recorded } from './recorded.tsx'
import { SuggestedRole } from './role.tsx'
import { GateStates, MarketStates } from './states.tsx'
import './product-page.css'

const useText = texts('product-page', {
  loading: { zh: '产品', en: 'Product' },
  findings: { zh: '待解决的问题', en: 'What holds it' },
  released: { zh: '各关口均已通过', en: 'Every gate is passed' },
  held: { zh: '{{count}} 项阻断', en: { one: '{{count}} finding holds it', other: '{{count}} findings hold it' } },
  unproven: {
    zh: '另有 {{count}} 处宣称无据，见“宣称与依据”',
    en: { one: '{{count}} more: a claim without evidence', other: '{{count}} more: claims without evidence' },
  },
  warns: { zh: '警示与提示（{{count}}）', en: 'Warnings and notes ({{count}})' },
})

const LETTERS = ['sample-request', 'product-rejection', 'product-pulled', 'recall-notice'] as const
const ON_HOLD = ['product-pulled', 'recall-notice', 'product-rejection', 'sample-request'] as const

/** I3, I4, I5, R1, R3 · A product: where it stands, what is said and what proves it, what is owed and the next step. */
export function ProductPage() {
  const t = useText()
  const { project, product: id } = useParams({ strict: false }) as { project: string; product: string }
  const asked = useQuery(ask('product.get', { project, product: id }))
  const review = useQuery(ask('product.review', { project, product: id })).data
  return asked.data ? (
    <Whole project={project} product={asked.data} review={review} />
  ) : (
    <Page title={t('loading')}>
      <Asked of={asked} lines={12}>
        {() => null}
      </Asked>
    </Page>
  )
}

function Whole({ project, product, review }: Omit<OfProduct, 'cure'>) {
  const t = useText()
  const may = useMay()
  const say = useSay()
  const nameOf = useCureName()
  const [curing, setCuring] = useState<Cure>()
  const byMarkets = useByMarkets(Object.keys(product.markets))
  const findings = byMarkets(product.findings as never[])
  const holding = findings.filter((f) => f.severity === 'block' && !f.waived)
  const unproven = holding.filter((f) => f.check === CLAIMS).length
  const rest = findings.filter((f) => !holding.includes(f))
  const wrongFirst = [...holding].sort((a, b) => Number(a.state === 'missing') - Number(b.state === 'missing'))
  // the one next step: the first thing that whoever is here may cure
  const next = wrongFirst
    .map((f) => ({ finding: f, cure: cureOf(f) }))
    .find(({ cure }) => cure && 'dialog' in cure && may(...cure.roles))
  const channels = useQuery(ask('project.get', { project })).data?.plan.channels
  const channel = channels?.find((c) => c.id === product.channel)?.name ?? product.channel
  const letters = findings.some((f) => f.check === 'product.held') ? ON_HOLD : LETTERS
  const of = { project, product, review, cure: setCuring }
  return (
    <Page
      title={product.title}
      beside={<GateMark state={product.state} />}
      about={[product.id, product.brand, channel].filter(Boolean).join(' · ')}
      actions={
        <>
          <WriteLetter kinds={letters} record={product.id} project={project} />
          {next?.cure ? (
            <Button type="primary" onClick={() => setCuring(next.cure)}>
              {nameOf(next.cure)}
            </Button>
          ) : null}
        </>
      }
      stops={
        next ? (
          say(next.finding.what)
        ) : holding.length === 0 ? (
          <span className="product-released">{t('released')}</span>
        ) : undefined
      }
    >
      <div className="product-head section">
        <Thumb image={product.image} title={product.title} large />
        <div className="product-head-facts">
          <GateStates gates={product.gates} />
          <MarketStates markets={product.markets} />
          <ProductFigures of={product} />
        </div>
      </div>
      <div className="product-columns">
        <div className="product-main">
          <Section title={t('findings')} id="findings" beside={t('held', { count: holding.length })}>
            <FindingList
              findings={wrongFirst.filter((f) => f.check !== CLAIMS)}
              cure={(f) => <CureLink cure={cureOf(f)} project={project} product={product.id} onCure={setCuring} />}
            />
            {unproven > 0 ? (
              <p className="product-rest">
                <a href="#claims">{t('unproven', { count: unproven })}</a>
              </p>
            ) : null}
            {rest.length > 0 ? (
              <details className="product-rest">
                <summary>{t('warns', { count: rest.length })}</summary>
                <FindingList
                  findings={rest}
                  cure={(f) => <CureLink cure={cureOf(f)} project={project} product={product.id} onCure={setCuring} />}
                />
              </details>
            ) : null}
          </Section>
          <Claims {...of} />
          <Certificates {...of} />
          <Labels {...of} />
          <Samples {...of} />
          <Compared {...of} />
          <Prices {...of} />
        </div>
        <div className="product-side">
          <ClassAndTheme {...of} />
          <SuggestedRole {...of} />
          <Recorded {...of} />
          <Comments of="product" id={product.id} project={project} />
          <History {...of} />
        </div>
      </div>
      {curing ? <CureForm {...of} curing={curing} onClose={() => setCuring(undefined)} /> : null}
    </Page>
  )
}
