import { today } from '../../texts/today.ts'
import { GateMark, type Mark } from '../../ui/gate/gate-mark.tsx'
import { useSupplierWords } from './words.ts'

type Result = 'qualified' | 'conditional' | 'rejected'
const MARKS: Readonly<Record<Result, Mark>> = { qualified: 'passed', conditional: 'conditional', rejected: 'open' }

/** A signed decision on a supplier, with the mark of the gate it stands for; one that has lapsed is told as such. */
export function DecisionMark({ result, lapses }: { readonly result: Result | null; readonly lapses?: string | null }) {
  const w = useSupplierWords()
  if (result === null) return <span className="quiet">{w('none')}</span>
  const lapsed = lapses !== null && lapses !== undefined && lapses < today()
  return (
    <span className="decision-mark">
      <GateMark state={lapsed ? 'lapsed' : MARKS[result]} of={w(result)} small /> {w(result)}
    </span>
  )
}
