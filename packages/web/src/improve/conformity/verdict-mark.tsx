import { texts } from '../../texts/texts.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'

export const VERDICTS = ['conforms', 'provisional', 'fails', 'not-carried-out'] as const
type Verdict = (typeof VERDICTS)[number]

export const useVerdictText = texts('verdict', {
  conforms: { zh: '符合', en: 'conforms' },
  provisional: { zh: '暂定', en: 'provisional' },
  fails: { zh: '不符合', en: 'fails' },
  'not-carried-out': { zh: '未实施', en: 'not carried out' },
})
const STATES = { conforms: 'passed', provisional: 'conditional', fails: 'open', 'not-carried-out': undefined } as const

/** The verdict on a clause, with the marks of the gates. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const t = useVerdictText()
  const state = STATES[verdict]
  return (
    <span className={`conformity-verdict conformity-${verdict}`}>
      {state === undefined ? (
        <span className="conformity-none" aria-hidden />
      ) : (
        <span aria-hidden>
          <GateMark state={state} small />
        </span>
      )}
      {t(verdict)}
    </span>
  )
}
