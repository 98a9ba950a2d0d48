import type { GateState } from '../gate/gate.ts'
import type { Gate } from '../gate/words.ts'

/** How many subjects of a step stand in each state. */
export type StateCount = { readonly passed: number; readonly conditional: number; readonly open: number }

export type FlowStep = StateCount & { readonly step: string; readonly clauses: readonly string[] }
export type FlowStage = {
  readonly stage: 'plan' | 'select' | 'supervise' | 'improve'
  readonly steps: readonly FlowStep[]
}

export const countStates = (states: Iterable<GateState | undefined>): StateCount => {
  const counts = { passed: 0, conditional: 0, open: 0 }
  for (const state of states) if (state) counts[state] += 1
  return counts
}

type Gates = Partial<Record<Gate, GateState>>

/** F1 · The four stages with their steps: how many subjects pass, are provisional or open at each. */
export function countFlow(of: {
  readonly plan: Gates
  readonly suppliers: readonly Gates[]
  readonly products: readonly Gates[]
  readonly lineup: StateCount
  readonly closure: Gates
}): FlowStage[] {
  const at = (all: readonly Gates[], gate: Gate) => countStates(all.map((g) => g[gate]))
  return [
    { stage: 'plan', steps: [{ step: 'plan', clauses: ['P1', 'P2', 'P3', 'P4', 'P5'], ...at([of.plan], 'plan') }] },
    {
      stage: 'select',
      steps: [
        { step: 'supplier', clauses: ['I1', 'I2'], ...at(of.suppliers, 'supplier') },
        { step: 'product', clauses: ['I3', 'I4', 'I5'], ...at(of.products, 'product') },
        { step: 'cooperation', clauses: ['I6', 'I7', 'I8'], ...at(of.products, 'cooperation') },
        { step: 'lineup', clauses: ['I9'], ...of.lineup },
      ],
    },
    { stage: 'supervise', steps: [{ step: 'on-air', clauses: ['S1', 'S2', 'S3'], ...at(of.products, 'on-air') }] },
    {
      stage: 'improve',
      steps: [{ step: 'closure', clauses: ['T1', 'T2', 'T3', 'T4'], ...at([of.closure], 'closure') }],
    },
  ]
}
