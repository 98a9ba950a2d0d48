import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { useQualityWords } from './quality-words.ts'

const STATE = { accepted: 'passed', refused: 'open', waiting: 'conditional', 'second-sample': 'conditional' } as const
export type Verdict = keyof typeof STATE

/** How a lot stands, in the shape and colour of a gate, with the word of the trade. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const words = useQualityWords()
  return (
    <span className="verdict-mark">
      <span aria-hidden="true">
        <GateMark state={STATE[verdict]} small />
      </span>
      <span className={`gate-${STATE[verdict]} verdict-word`}>{words(verdict)}</span>
    </span>
  )
}
