import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { texts } from '../../../texts/texts.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { Section } from '../../../ui/page/page.tsx'

const useText = texts('supplier-products', {
  title: { zh: '产品', en: 'Products' },
  none: { zh: '还没有候选产品', en: 'No candidates yet' },
  more: { zh: '再看 {{count}} 件', en: { one: '{{count}} more', other: '{{count}} more' } },
})
const FIRST = 8
const STEP = 200

/** I3 · The products of the supplier in every project, where each stands. */
export function Products({ supplier }: { readonly supplier: string }) {
  const t = useText()
  const [all, setAll] = useState(false)
  const found = useQuery(ask('supplier.products', { supplier }, { sort: '-added', limit: STEP }))
  return (
    <Section title={t('title')} id="products">
      <Asked of={found}>
        {({ rows }) => (
          <>
            {rows.length === 0 ? <p className="quiet">{t('none')}</p> : null}
            <ul>
              {rows.slice(0, all ? STEP : FIRST).map((p) => (
                <li key={`${p.project} ${p.id}`} className="score-row">
                  <span>
                    <GateMark state={p.state} small />{' '}
                    <Link
                      to={`/projects/${encodeURIComponent(p.project)}/products/${encodeURIComponent(p.id)}` as never}
                    >
                      {p.title}
                    </Link>
                  </span>
                  <span className="quiet profile-small">{p.projectName}</span>
                </li>
              ))}
            </ul>
            {!all && rows.length > FIRST ? (
              <Button type="link" size="small" className="more-link" onClick={() => setAll(true)}>
                {t('more', { count: rows.length - FIRST })}
              </Button>
            ) : null}
          </>
        )}
      </Asked>
    </Section>
  )
}
