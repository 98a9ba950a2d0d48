import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { texts } from '../../texts/texts.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import type { Supplier } from '../supplier/record.ts'
import { NominateForm } from './nominate-form.tsx'
import { OwnSupplier } from './own-supplier.tsx'
import { useSampleWords } from './sample-words.ts'
import './portal.css'

const useText = texts('own-products', {
  title: { zh: '产品与样品', en: 'Products and samples' },
  nominate: { zh: '推荐产品', en: 'Nominate a product' },
  none: { zh: '还没有产品', en: 'No products yet' },
  noneHow: {
    zh: '推荐产品后，可在此补充证书、标签并寄样。',
    en: 'Nominate one; its certificates, labels and samples are added here.',
  },
  owed: { zh: '待补 {{count}} 项', en: { one: '{{count}} to mend', other: '{{count}} to mend' } },
  noProject: { zh: '尚未受邀参与项目', en: 'You are not invited to a project yet' },
})

/** The products of the supplier in every project: what each still lacks, and where its samples are. */
export function OwnProducts() {
  return <OwnSupplier>{(supplier) => <Shown supplier={supplier} />}</OwnSupplier>
}

function Shown({ supplier }: { readonly supplier: Supplier }) {
  const t = useText()
  const s = useSampleWords()
  const [nominating, setNominating] = useState(false)
  const found = useQuery(ask('supplier.products', { supplier: supplier.id }, { limit: 200, sort: '-added' }))
  return (
    <Page
      title={t('title')}
      actions={
        <Button type="primary" disabled={supplier.gates.length === 0} onClick={() => setNominating(true)}>
          {t('nominate')}
        </Button>
      }
      stops={supplier.gates.length === 0 ? t('noProject') : null}
    >
      <Asked of={found} lines={6}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('none')}>
              <p>{t('noneHow')}</p>
            </Empty>
          ) : (
            [...Map.groupBy(rows, (r) => r.project).values()].map((its) => (
              <Section key={its[0]?.project} title={its[0]?.projectName ?? ''}>
                <ul className="portal-owed">
                  {its.map((p) => (
                    <li key={p.id}>
                      <div>
                        <p>
                          <GateMark state={p.state} small />{' '}
                          <Link to="/portal/products/$project/$product" params={{ project: p.project, product: p.id }}>
                            {p.title}
                          </Link>
                        </p>
                        <p className="quiet">
                          {[
                            p.owed > 0 ? t('owed', { count: p.owed }) : undefined,
                            ...p.samples.map((x) => `${x.id} ${s(x.state as 'sealed')}`),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </p>
                      </div>
                    </li>
                  ))}
                </ul>
              </Section>
            ))
          )
        }
      </Asked>
      <NominateForm open={nominating} onClose={() => setNominating(false)} supplier={supplier} />
    </Page>
  )
}
