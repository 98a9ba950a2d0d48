import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { texts } from '../../../texts/texts.ts'
import { Asked } from '../../../ui/page/asked.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { OwesList } from './owes-list.tsx'

const useText = texts('owes-section', {
  title: { zh: '待其补齐', en: 'What it owes' },
  none: { zh: '没有待补事项', en: 'Nothing is owed' },
  all: { zh: '全部 {{count}} 项', en: 'All {{count}}' },
})
const SHOWN = 5

/** I2, S1 · On the page of a supplier: what it and its products owe, and its steps of nonconformities. */
export function OwesSection({ supplier }: { readonly supplier: string }) {
  const t = useText()
  const owes = useQuery(ask('supplier.owes', { supplier }))
  const [all, setAll] = useState(false)
  return (
    <Section
      title={t('title')}
      id="owes"
      beside={owes.data?.rows.length ? <span className="quiet">{owes.data.rows.length}</span> : null}
    >
      <Asked of={owes} lines={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet">{t('none')}</p>
          ) : (
            <>
              <OwesList rows={all ? rows : rows.slice(0, SHOWN)} />
              {rows.length > SHOWN && !all ? (
                <Button size="small" onClick={() => setAll(true)}>
                  {t('all', { count: rows.length })}
                </Button>
              ) : null}
            </>
          )
        }
      </Asked>
    </Section>
  )
}
