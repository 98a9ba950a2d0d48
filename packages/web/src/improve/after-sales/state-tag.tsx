import { Tag } from 'antd'
import { type STATES, useCaseState } from './case-words.ts'

const COLOURS = {
  open: 'processing',
  owed: 'warning',
  'to-mend': 'warning',
  refused: 'default',
  'refund-asked': 'purple',
  refunded: 'success',
  closed: 'default',
} as const

/** Where a case stands. */
export function StateTag({ state }: { readonly state: (typeof STATES)[number] }) {
  const t = useCaseState()
  return <Tag color={COLOURS[state]}>{t(state)}</Tag>
}
