import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { useLanguage } from '../../texts/language.ts'
import { texts } from '../../texts/texts.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { List } from '../../ui/list/list.tsx'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { DecisionMark } from './decision-mark.tsx'
import { SupplierForm } from './forms/supplier-form.tsx'
import { ImportList } from './import-list.tsx'
import { ImportProgress } from './import-progress.tsx'
import { UntilDay } from './until-day.tsx'
import { countryName, useSupplierWords } from './words.ts'

const useText = texts('supplier-list', {
  title: { zh: '供应商', en: 'Suppliers' },
  name: { zh: '供应商', en: 'Supplier' },
  country: { zh: '国家', en: 'Country' },
  kind: { zh: '类型', en: 'Kind' },
  decision: { zh: '评定', en: 'Decision' },
  lapses: { zh: '评定有效至', en: 'Decision until' },
  papers: { zh: '最早到期', en: 'First paper lapses' },
  gate: { zh: '供应商关', en: 'Supplier gate' },
  state: { zh: '关口状态', en: 'Gate state' },
  owes: { zh: '待办方', en: 'Owed by' },
  products: { zh: '在选产品', en: 'Candidates' },
  before: { zh: '此日前到期', en: 'Lapses before' },
  passed: { zh: '通过', en: 'passed' },
  conditionalGate: { zh: '暂定', en: 'provisional' },
  open: { zh: '未通过', en: 'open' },
  supplier: { zh: '供应商', en: 'supplier' },
  sourcing: { zh: '采购', en: 'sourcing' },
  legal: { zh: '法务', en: 'legal' },
  finance: { zh: '财务', en: 'finance' },
  add: { zh: '登记供应商', en: 'Record a supplier' },
  importing: { zh: '导入清单', en: 'Import a list' },
  empty: { zh: '还没有供应商', en: 'No suppliers yet' },
  emptyHow: {
    zh: '登记一家供应商，或导入供应商清单。',
    en: 'Record one, or import a list of suppliers.',
  },
})

const COUNTRIES = ['CN', 'DE', 'FR', 'GB', 'ID', 'JP', 'KR', 'MY', 'NL', 'PH', 'PL', 'SG', 'TH', 'US', 'VN']

/** I1, I2 · The suppliers of the organisation: how each is decided, where it stands, what lapses first. */
export function SupplierList() {
  const t = useText()
  const w = useSupplierWords()
  const { number } = useFormats()
  const language = useLanguage()
  const may = useMay()
  // the name of one to record: where a seller that is not on record yet leads
  const { at, change } = useListAddress()
  const [adding, setAdding] = useState(at.record !== undefined && may('sourcing', 'selection'))
  const [importing, setImporting] = useState(false)
  const [task, setTask] = useState<string>()
  const close = () => {
    setAdding(false)
    if (at.record !== undefined) change({ record: undefined })
  }
  const named = <K extends string>(all: readonly K[], name: (k: K) => string) =>
    all.map((value) => ({ value, label: name(value) }))
  return (
    <Page
      title={t('title')}
      about={task ? <ImportProgress key={task} task={task} onClose={() => setTask(undefined)} /> : undefined}
      filled
      actions={
        may('sourcing', 'selection') ? (
          <>
            <Button onClick={() => setImporting(true)}>{t('importing')}</Button>
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          </>
        ) : undefined
      }
    >
      <List
        name="supplier.list"
        label={t('title')}
        params={{}}
        idOf={(row) => row.id}
        open={(row) => ({ to: '/suppliers/$supplier', params: { supplier: row.id } })}
        filters={[
          { key: 'country', title: t('country'), options: named(COUNTRIES, (c) => countryName(c, language)) },
          {
            key: 'kind',
            title: t('kind'),
            options: named(['manufacturer', 'brand-owner', 'distributor', 'trader'] as const, w),
          },
          {
            key: 'decision',
            title: t('decision'),
            options: named(['qualified', 'conditional', 'rejected', 'none'] as const, w),
          },
          {
            key: 'state',
            title: t('state'),
            options: [
              { value: 'passed', label: t('passed') },
              { value: 'conditional', label: t('conditionalGate') },
              { value: 'open', label: t('open') },
            ],
          },
          {
            key: 'owes',
            title: t('owes'),
            options: named(['supplier', 'sourcing', 'legal', 'finance'] as const, t),
          },
          { key: 'lapses-before', title: t('before'), kind: 'day' },
        ]}
        columns={[
          {
            key: 'name',
            title: t('name'),
            width: 'minmax(220px, 3fr)',
            sort: 'name',
            phone: 'title',
            cell: (row) => row.name,
          },
          {
            key: 'decision',
            title: t('decision'),
            width: '130px',
            phone: 'beside',
            cell: (row) => <DecisionMark result={row.decision} lapses={row.lapses} />,
          },
          {
            key: 'country',
            title: t('country'),
            width: '110px',
            cell: (row) => countryName(row.country, language),
          },
          { key: 'kind', title: t('kind'), width: '128px', cell: (row) => w(row.kind) },
          {
            key: 'gate',
            title: t('gate'),
            width: 'minmax(240px, 2.5fr)',
            phone: 'left-out',
            cell: ({ gates: [first, ...rest] }) =>
              first ? (
                <span title={rest.map((g) => g.name).join('\n')}>
                  <GateMark state={first.state} small /> {first.name}
                  {rest.length > 0 ? <span className="quiet"> +{rest.length}</span> : null}
                </span>
              ) : (
                <span className="quiet">—</span>
              ),
          },
          {
            key: 'products',
            title: t('products'),
            width: '110px',
            align: 'end',
            cell: (row) => number(row.products),
          },
          {
            key: 'papers',
            title: t('papers'),
            width: '150px',
            sort: 'papers',
            phone: 'named',
            cell: (row) => <UntilDay day={row.paperUntil} />,
          },
          {
            key: 'lapses',
            title: t('lapses'),
            width: '150px',
            sort: 'lapses',
            phone: 'left-out',
            cell: (row) => <UntilDay day={row.lapses} />,
          },
        ]}
        empty={
          <Empty title={t('empty')}>
            <p>{t('emptyHow')}</p>
          </Empty>
        }
      />
      <ImportList open={importing} onClose={() => setImporting(false)} onDone={setTask} />
      <SupplierForm open={adding} onClose={close} name={at.record} />
    </Page>
  )
}
