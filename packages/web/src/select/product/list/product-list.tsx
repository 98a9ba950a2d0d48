import { ImportOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useNarrow } from '../../../look/narrow.ts'
import { useMay } from '../../../shell/session.ts'
import { texts } from '../../../texts/texts.ts'
import { List } from '../../../ui/list/list.tsx'
import { useListAddress } from '../../../ui/list/list-address.ts'
import { Empty } from '../../../ui/page/empty.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { BulkActions } from './bulk-actions.tsx'
import { useProductColumns } from './columns.tsx'
import { useProductFilters } from './filters.ts'
import { Nominate } from './nominate.tsx'
import { ProductPeek } from './product-peek.tsx'

const useText = texts('product-list', {
  title: { zh: '候选产品', en: 'Candidate products' },
  import: { zh: '导入清单', en: 'Import a list' },
  nominate: { zh: '逐件登记', en: 'Add one' },
  empty: { zh: '还没有候选产品', en: 'No candidates yet' },
  emptyHow: {
    zh: '导入供应商的商品清单，或逐件登记；系统随即辨认品类、宣称并审查各关口。',
    en: 'Import a supplier’s list or add products one by one; class, claims and gates are decided at once.',
  },
})

/** I3 · The candidates of a project: a million of them as smoothly as ten. */
export function ProductList() {
  const t = useText()
  const may = useMay()
  const narrow = useNarrow()
  const { project } = useParams({ strict: false }) as { project: string }
  const { at, change } = useListAddress()
  const plan = useQuery(ask('project.get', { project })).data?.plan
  const columns = useProductColumns(plan?.markets ?? [])
  const filters = useProductFilters(plan)
  const [adding, setAdding] = useState(false)
  const adds = may('selection', 'sourcing')
  const priced = at.priceFrom !== undefined || at.priceTo !== undefined
  const narrowing = Object.fromEntries(['q', ...filters.map((f) => f.key)].map((key) => [key, at[key]]))
  const asked = { ...narrowing, ...(priced && !at.currency ? { currency: plan?.currency ?? 'USD' } : {}) }
  const counted = useQuery({
    ...ask('product.count', { project }, asked as never),
    placeholderData: keepPreviousData,
  }).data
  const links = adds ? (
    <>
      <Button onClick={() => setAdding(true)}>{t('nominate')}</Button>
      <Link to="/projects/$project/import" params={{ project }}>
        <Button type="primary" icon={<ImportOutlined />}>
          {t('import')}
        </Button>
      </Link>
    </>
  ) : null
  return (
    <Page title={t('title')} filled actions={links}>
      <List
        name="product.list"
        label={t('title')}
        params={{ project }}
        {...(priced && !at.currency ? { query: { currency: plan?.currency ?? 'USD' } } : {})}
        counted={counted}
        idOf={idOf}
        columns={columns}
        filters={filters}
        open={(row) =>
          narrow
            ? { to: '/projects/$project/products/$product', params: { project, product: row.id } }
            : { to: '.', search: ((before: object) => ({ ...before, at: row.id })) as object }
        }
        actions={(rows, done) => <BulkActions project={project} rows={rows} done={done} />}
        beside={
          at.at && !narrow ? (
            <ProductPeek key={at.at} project={project} product={at.at} onClose={() => change({ at: undefined })} />
          ) : undefined
        }
        empty={
          <Empty title={t('empty')}>
            <p>{t('emptyHow')}</p>
            {links ? (
              <p className="marks" style={{ marginTop: 12 }}>
                {links}
              </p>
            ) : null}
          </Empty>
        }
      />
      {adding ? <Nominate project={project} plan={plan} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

const idOf = (row: { readonly id: string }) => row.id
