import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ask } from '../../client/ask.ts'
import { NonconformityShown } from '../../supervise/quality/nonconformity-page.tsx'
import { Asked } from '../../ui/page/asked.tsx'

/** S1 · A nonconformity of the supplier's own goods, where it answers with the cause and the corrective action. */
export function OwnNonconformity() {
  const { nonconformity } = useParams({ from: '/portal/nonconformities/$nonconformity' })
  const shown = useQuery(ask('nonconformity.get', { nonconformity }))
  return (
    <Asked of={shown} lines={8}>
      {(it) => <NonconformityShown it={it} />}
    </Asked>
  )
}
