import { GATES } from '@haixuan/domain/gate/words'
import { useWords } from '../../../texts/words.ts'
import { GateMark, type Mark } from '../../../ui/gate/gate-mark.tsx'

type States = Readonly<Record<string, Mark>>

/** The gates of a product in the order of the standard. */
export function GateStates({ gates }: { readonly gates: States }) {
  const { term } = useWords()
  return (
    <span className="marks">
      {GATES.flatMap((gate) => {
        const state = gates[gate]
        return state ? [<GateMark key={gate} state={state} of={term(gate)} />] : []
      })}
    </span>
  )
}

/** Where a product stands in each market. */
export function MarketStates({ markets }: { readonly markets: States }) {
  const { market } = useWords()
  return (
    <span className="marks">
      {Object.entries(markets).map(([id, state]) => (
        <GateMark key={id} state={state} of={market(id)} />
      ))}
    </span>
  )
}
