import { Tag } from 'antd'
import { type STATES, useCaseState } from './case-words.ts'

const COLOURS = {
  open: 'blue',
  owed: 'orange',
  'to-mend': 'orange',
  refused: 'default',
  'refund-asked': 'purple',
  refunded: 'green',
  closed: 'default',
} as const

/** Where a case stands. */
export function StateTag({ state }: { readonly state: (typeof STATES)[number] }) {
  const t = useCaseState()
  return <Tag color={COLOURS[state]}>{t(state)}</Tag>
}
