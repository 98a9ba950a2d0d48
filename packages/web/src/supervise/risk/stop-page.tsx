import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Page, Section } from '../../ui/page/page.tsx'
import { SupplierPicker } from '../../ui/picker/supplier-picker.tsx'
import { RiskTabs } from './risk-tabs.tsx'

const useText = texts('stop-page', {
  title: { zh: '冻结或召回商品', en: 'Hold or recall goods' },
  about: {
    zh: '一次操作在所有项目、排品与直播台同时生效。请先核对将涉及的内容。',
    en: 'Takes effect in every project, lineup and live desk at once. Look first at what it will touch.',
  },
  first: { zh: '请先选定商品', en: 'Choose the goods first' },
  which: { zh: '1 · 哪些商品', en: '1 · Which goods' },
  by: { zh: '查找方式', en: 'Found by' },
  sku: { zh: '货号', en: 'SKU' },
  gtin: { zh: '条码', en: 'GTIN' },
  supplier: { zh: '供应商', en: 'Supplier' },
  value: { zh: '编号', en: 'Number' },
  touches: { zh: '2 · 将涉及', en: '2 · What it will touch' },
  none: { zh: '没有项目含此商品', en: 'No project has these goods' },
  sum: {
    zh: '{{n}} 个产品，{{projects}} 个项目，{{orders}} 笔订单，{{cases}} 个未结售后',
    en: '{{n}} products in {{projects}} projects, {{orders}} orders, {{cases}} open cases',
  },
  onAir: {
    zh: '在进行中的直播里：将当场撤下，有替补的由替补顶上',
    en: 'in a stream that is on: pulled on the spot; where there is a substitute, it takes over',
  },
  slots: { zh: '排品 {{slots}} 号坑位', en: 'slots {{slots}} of the lineup' },
  held: { zh: '已冻结', en: 'on hold already' },
  closed: { zh: '项目已归档，不变更', en: 'the project is closed and stays as it is' },
  why: { zh: '3 · 原因', en: '3 · Why' },
  reason: { zh: '原因', en: 'Reason' },
  long: { zh: '请至少写 5 个字', en: 'Write at least 5 characters' },
  hold: { zh: '冻结', en: 'Hold' },
  recall: { zh: '召回', en: 'Recall' },
  notYours: { zh: '召回由质量或法务发起', en: 'Quality or legal start a recall' },
})
const KINDS = ['sku', 'gtin', 'supplier'] as const
type Kind = (typeof KINDS)[number]

/** S2 · One switch for goods, wherever they are: everything it will touch stands before it is pressed. */
export function StopPage() {
  const t = useText()
  const formats = useFormats()
  const may = useMay()
  const navigate = useNavigate()
  const { project } = useParams({ from: '/projects/$project/risk/stop' })
  const { sku } = useSearch({ strict: false }) as { sku?: string }
  const [kind, setKind] = useState<Kind>('sku')
  const [value, setValue] = useState(sku ?? '')
  const [form] = Form.useForm<{ reason: string }>()
  const looked = value.trim()
  const preview = useQuery({
    ...ask('recall.preview', {}, looked ? { [kind]: looked } : {}),
    placeholderData: (before) => before,
  })
  const toHolds = () => void navigate({ to: '/projects/$project/risk/holds', params: { project } })
  const hold = useCommand('risk.hold', { onDone: toHolds })
  const recall = useCommand('risk.recall', {
    onDone: ({ id }) =>
      void navigate({ to: '/projects/$project/risk/recalls/$recall', params: { project, recall: id } }),
  })
  const products = looked ? (preview.data?.products ?? []) : []
  const sought = { [kind]: looked } as { sku: string }
  const act = async (what: 'hold' | 'recall') => {
    const { reason } = await form.validateFields().catch(() => ({ reason: undefined }))
    if (!reason) return form.scrollToField('reason', { focus: true })
    if (what === 'hold') await hold.run({ params: {}, input: { sought, reason } })
    else await recall.run({ params: {}, input: { sought, reason } })
  }
  const mayRecall = may('quality', 'legal')
  return (
    <Page
      title={t('title')}
      about={
        <>
          <RiskTabs />
          {t('about')}
        </>
      }
      stops={!mayRecall ? t('notYours') : products.length === 0 ? t('first') : undefined}
      form
      actions={
        <>
          <Button disabled={products.length === 0} loading={hold.running} onClick={() => void act('hold')}>
            {t('hold')}
          </Button>
          <Button
            danger
            type="primary"
            disabled={products.length === 0 || !mayRecall}
            loading={recall.running}
            onClick={() => void act('recall')}
          >
            {t('recall')}
          </Button>
        </>
      }
    >
      <Section title={t('which')}>
        <div className="stop-which">
          <Segmented
            aria-label={t('by')}
            value={kind}
            options={KINDS.map((k) => ({ value: k, label: t(k) }))}
            onChange={(k) => {
              setKind(k as Kind)
              setValue('')
            }}
          />
          <div className="stop-value">
            {kind === 'supplier' ? (
              <SupplierPicker label={t('supplier')} value={value || undefined} onChange={(id) => setValue(id ?? '')} />
            ) : (
              <Input
                aria-label={t('value')}
                placeholder={t(kind)}
                value={value}
                onChange={(event) => setValue(event.target.value)}
              />
            )}
          </div>
        </div>
      </Section>
      <Section title={t('touches')}>
        {looked ? null : <p className="quiet">{t('first')}</p>}
        {looked && preview.data && products.length === 0 ? <p className="quiet">{t('none')}</p> : null}
        {products.length > 0 ? (
          <>
            <p>
              <strong>
                {t('sum', {
                  n: formats.number(products.length),
                  projects: new Set(products.map((p) => p.project)).size,
                  orders: formats.number(products.reduce((sum, p) => sum + p.orders, 0)),
                  cases: formats.number(products.reduce((sum, p) => sum + p.cases, 0)),
                })}
              </strong>
            </p>
            <ul className="risk-subjects">
              {products.map((p) => (
                <li key={`${p.project} ${p.product}`}>
                  {p.title} <span className="quiet">{`${p.name} · ${formats.day(p.day)}`}</span>
                  <p className={p.onAir ? 'quality-bad' : 'quiet'}>
                    {[
                      p.closed ? t('closed') : '',
                      p.onAir ? t('onAir') : '',
                      p.slots.length > 0 ? t('slots', { slots: formats.list(p.slots.map(String)) }) : '',
                      p.held ? t('held') : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Section>
      <Section title={t('why')}>
        <Form form={form} layout="vertical" style={{ maxWidth: 640 }}>
          <Form.Item
            name="reason"
            label={t('reason')}
            rules={[{ required: true, min: 5, whitespace: true, message: t('long') }]}
          >
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </Form>
      </Section>
    </Page>
  )
}
