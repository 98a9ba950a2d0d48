import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useCommand } from '../../../client/command.ts'
import type { Answer } from '../../../client/operations.ts'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { TextField } from '../../../ui/command/fields.tsx'
import { Comments } from '../../../ui/comments/comments.tsx'
import { FindingList } from '../../../ui/gate/finding-list.tsx'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { Empty } from '../../../ui/page/empty.tsx'
import { Page, Section } from '../../../ui/page/page.tsx'
import { useUndo } from '../../../ui/undo/use-undo.tsx'
import { Settlement } from '../settlement/settlement.tsx'
import { termsOf } from '../terms/terms.ts'
import { TermsForm } from '../terms/terms-form.tsx'
import { Contract } from './contract.tsx'
import { Deliveries } from './deliveries.tsx'
import { SupplierSaid } from './supplier-said.tsx'
import { WhatIf } from './what-if.tsx'
import '../cooperation.css'

const useText = texts('offer-page', {
  title: { zh: '合作条件', en: 'Offer' },
  about: { zh: '{{supplier}} · 按 {{day}} 的法规计算', en: '{{supplier}} · by the law of {{day}}' },
  edit: { zh: '编辑条件', en: 'Edit the terms' },
  record: { zh: '登记合作条件', en: 'Record the terms' },
  product: { zh: '查看产品', en: 'Open the product' },
  none: { zh: '尚未登记合作条件', en: 'No terms recorded yet' },
  noneHow: {
    zh: '登记定价、配送、结算与合同后，系统即逐项算出到岸成本与底价',
    en: 'Once pricing, delivery, settlement and contract are recorded, landed cost and floor are worked out line by line',
  },
  findings: { zh: '合作关发现的问题', en: 'What the cooperation gate found' },
  worded: { zh: '已采用建议措辞', en: 'The fair wording is used' },
  type: { zh: '定价类型：{{name}}', en: 'Pricing type: {{name}}' },
  acknowledge: { zh: '登记证明', en: 'Add proof' },
  proof: { zh: '证明文件编号或说明', en: 'The proof: a document or its number' },
  uncovered: { zh: '合作条件未覆盖此市场', en: 'The terms do not cover this market' },
})

/** I6–I8, P4 · The terms for one product: what they cost, earn, meet and lack. */
export function OfferPage() {
  const t = useText()
  const { project, product } = useParams({ strict: false }) as { project: string; product: string }
  const offer = useQuery(ask('offer.get', { project, product }))
  if (!offer.data)
    return (
      <Page title={t('title')}>
        <Asked of={offer} lines={8}>
          {() => null}
        </Asked>
      </Page>
    )
  return <Terms {...{ project, product }} offer={offer.data} />
}

function Terms({
  project,
  product,
  offer,
}: {
  readonly project: string
  readonly product: string
  readonly offer: Answer<'offer.get'>
}) {
  const t = useText()
  const say = useSay()
  const { day } = useFormats()
  const { market: marketName } = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as { market?: string }
  const [editing, setEditing] = useState(false)
  const agree = useCommand('offer.agree')
  const undoable = useUndo()
  const mayEdit = may('sourcing', 'finance')
  const covered = offer.markets.filter((m) => m.covered)
  const market = covered.find((m) => m.id === asked.market) ?? covered[0]
  return (
    <Page
      title={offer.product.title}
      beside={<GateMark state={offer.state} of={t('title')} />}
      about={t('about', { supplier: offer.product.supplierName ?? offer.product.supplier, day: day(offer.day) })}
      actions={
        <>
          <Link to={'/projects/$project/products/$product' as never} params={{ project, product } as never}>
            <Button>{t('product')}</Button>
          </Link>
          {mayEdit ? (
            <Button type="primary" onClick={() => setEditing(true)}>
              {offer.offer ? t('edit') : t('record')}
            </Button>
          ) : null}
        </>
      }
    >
      {offer.offer === null ? (
        <Empty title={t('none')}>{t('noneHow')}</Empty>
      ) : (
        <>
          <SupplierSaid answer={offer.answer} />
          {covered.length > 1 ? (
            <Segmented
              value={market?.id ?? ''}
              options={covered.map((m) => ({ value: m.id, label: marketName(m.id) }))}
              onChange={(id) => void navigate({ to: '.', search: { market: id } as never, replace: true })}
            />
          ) : null}
          {market ? (
            <WhatIf key={market.id} {...{ project, product, market }} offer={offer.offer} />
          ) : (
            <p className="quiet">{t('uncovered')}</p>
          )}
          {offer.findings.length > 0 ? (
            <Section
              title={t('findings')}
              beside={
                offer.terms ? (
                  <span className="quiet" title={say(offer.terms.pricing.means)}>
                    {t('type', { name: say(offer.terms.pricing.name) })}
                  </span>
                ) : null
              }
            >
              <FindingList
                findings={offer.findings.filter((f) => f.clause !== 'P4') as never}
                cure={(f) =>
                  f.check === 'offer.delivery.feasible' &&
                  f.rule &&
                  !f.rule.startsWith('delivery.') &&
                  may('quality') ? (
                    <Acknowledge {...{ project, product }} restriction={f.rule} />
                  ) : null
                }
              />
            </Section>
          ) : null}
          {market ? <Deliveries deliveries={market.deliveries} /> : null}
          <Settlement {...{ project, product, offer }} />
          <Contract
            {...{ project, product, offer }}
            onWords={
              mayEdit && offer.offer.contract
                ? async (words) => {
                    const terms = termsOf(offer.offer!)
                    const put = (input: typeof terms, version: number | null) =>
                      agree.run({ params: { project, product }, input, ...(version === null ? {} : { version }) })
                    const done = await put({ ...terms, contract: { ...terms.contract!, ...words } }, offer.version)
                    if (done) undoable(t('worded'), () => void put(terms, done.version))
                  }
                : undefined
            }
          />
        </>
      )}
      {offer.offer ? <Comments of="offer" id={product} project={project} /> : null}
      <TermsForm {...{ project, product, offer }} open={editing} onClose={() => setEditing(false)} />
    </Page>
  )
}

/** I7 · Quality says that a restriction on the goods is met, with the proof. */
function Acknowledge({
  project,
  product,
  restriction,
}: {
  readonly project: string
  readonly product: string
  readonly restriction: string
}) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('acknowledge')}
      </Button>
      <CommandForm<'offer.acknowledge-restriction', { evidence: string }>
        name="offer.acknowledge-restriction"
        open={open}
        title={t('acknowledge')}
        ok={t('acknowledge')}
        params={{ project, product }}
        inputOf={({ evidence }) => ({ restriction, evidence })}
        onClose={() => setOpen(false)}
      >
        <TextField name="evidence" label={t('proof')} needed focus />
      </CommandForm>
    </>
  )
}
