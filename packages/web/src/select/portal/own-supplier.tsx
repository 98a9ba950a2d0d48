import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ask } from '../../client/ask.ts'
import { useMe } from '../../shell/session.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import type { Review, Supplier } from '../supplier/record.ts'

const useText = texts('own-supplier', {
  inside: { zh: '此处供供应商账号使用', en: 'These pages are for the accounts of suppliers' },
})

/** The supplier that the account signed in acts for, with its review. */
export function OwnSupplier({ children }: { readonly children: (supplier: Supplier, review: Review) => ReactNode }) {
  const t = useText()
  const me = useMe().data
  if (!me) return null
  if (me.supplier === null) return <Empty title={t('inside')} />
  return <Of id={me.supplier}>{children}</Of>
}

function Of({
  id,
  children,
}: {
  readonly id: string
  readonly children: (supplier: Supplier, review: Review) => ReactNode
}) {
  const found = useQuery(ask('supplier.get', { supplier: id }))
  const review = useQuery(ask('supplier.review', { supplier: id }))
  return (
    <Asked of={found} lines={8}>
      {(supplier) => <Asked of={review}>{(seen) => children(supplier, seen)}</Asked>}
    </Asked>
  )
}
