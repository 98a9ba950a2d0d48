import { OWNERS } from '@haixuan/domain/gate/words'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { countryName } from '../../select/supplier/words.ts'
import { ofSupplier } from '../../shell/address.ts'
import { useFormats } from '../../texts/formats.ts'
import { useLanguage } from '../../texts/language.ts'
import { texts } from '../../texts/texts.ts'
import { clauses, useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import type { Filter } from '../../ui/list/column.ts'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'

const useText = texts('suppliers-here', {
  title: { zh: '本项目的供应商', en: 'Suppliers of this project' },
  name: { zh: '供应商', en: 'Supplier' },
  state: { zh: '供应商关', en: 'Supplier gate' },
  country: { zh: '国别', en: 'Country' },
  unrecorded: { zh: '未建档', en: 'not on record' },
  products: { zh: '产品', en: 'Products' },
  blocks: { zh: '阻碍', en: 'Blocking' },
  owes: { zh: '责任方', en: 'Owed by' },
  clause: { zh: '条款', en: 'Clause' },
  clauseState: { zh: '条款状态', en: 'State at the clause' },
  check: { zh: '检查', en: 'Check' },
  passed: { zh: '通过', en: 'passed' },
  conditional: { zh: '暂定', en: 'provisional' },
  open: { zh: '未通过', en: 'open' },
  empty: { zh: '还没有候选产品，因此没有供应商', en: 'No candidates yet, hence no suppliers' },
})

/** I1, I2 · The suppliers of a project's candidates at its supplier gate. */
export function SuppliersHere() {
  const t = useText()
  const language = useLanguage()
  const { term, clause } = useWords()
  const { list, number } = useFormats()
  const { project = '' } = useParams({ strict: false })
  const filters = useMemo<Filter[]>(() => {
    const states = (['passed', 'conditional', 'open'] as const).map((value) => ({ value, label: t(value) }))
    return [
      { key: 'state', title: t('state'), options: states },
      { key: 'owner', title: t('owes'), options: OWNERS.map((value) => ({ value, label: term(value) })) },
      {
        key: 'clause',
        title: t('clause'),
        options: Object.keys(clauses).map((value) => ({ value, label: `${value} ${clause(value)}` })),
      },
      { key: 'clauseState', title: t('clauseState'), options: states },
      { key: 'check', title: t('check') },
    ]
  }, [t, term, clause])
  return (
    <Page title={t('title')} filled>
      <List
        name="project.suppliers"
        params={{ project }}
        label={t('title')}
        filters={filters}
        idOf={(row) => row.id}
        open={(row) => ofSupplier(row.id, row.name)}
        columns={[
          {
            key: 'name',
            title: t('name'),
            width: 'minmax(220px, 3fr)',
            sort: 'name',
            phone: 'title',
            cell: (row) => (
              <>
                {row.name}
                {row.recorded ? null : <span className="quiet"> · {t('unrecorded')}</span>}
              </>
            ),
          },
          {
            key: 'state',
            title: t('state'),
            width: '120px',
            sort: 'state',
            phone: 'beside',
            cell: (row) => <GateMark state={row.state} />,
          },
          {
            key: 'country',
            title: t('country'),
            width: '110px',
            cell: (row) => (row.country ? countryName(row.country, language) : '—'),
          },
          { key: 'blocks', title: t('blocks'), width: '90px', align: 'end', cell: (row) => number(row.blocks) },
          { key: 'owes', title: t('owes'), width: 'minmax(120px, 2fr)', cell: (row) => list(row.owes.map(term)) },
          { key: 'products', title: t('products'), width: '90px', align: 'end', cell: (row) => number(row.products) },
        ]}
        empty={<Empty title={t('empty')} />}
      />
    </Page>
  )
}
