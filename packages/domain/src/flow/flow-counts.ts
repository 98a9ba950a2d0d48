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
  return flowOf({
    plan: at([of.plan], 'plan'),
    supplier: at(of.suppliers, 'supplier'),
    product: at(of.products, 'product'),
    cooperation: at(of.products, 'cooperation'),
    lineup: of.lineup,
    'on-air': at(of.products, 'on-air'),
    closure: at([of.closure], 'closure'),
  })
}

/** F1 · The flowchart from the counts of each gate and of the lineup's slots. */
export const flowOf = (counts: Readonly<Record<Gate | 'lineup', StateCount>>): FlowStage[] => {
  const step = (name: Gate | 'lineup', clauses: string) => ({
    step: name,
    clauses: clauses.split(' '),
    ...counts[name],
  })
  return [
    { stage: 'plan', steps: [step('plan', 'P1 P2 P3 P4 P5')] },
    {
      stage: 'select',
      steps: [
        step('supplier', 'I1 I2'),
        step('product', 'I3 I4 I5'),
        step('cooperation', 'I6 I7 I8'),
        step('lineup', 'I9'),
      ],
    },
    { stage: 'supervise', steps: [step('on-air', 'S1 S2 S3')] },
    { stage: 'improve', steps: [step('closure', 'T1 T2 T3 T4')] },
  ]
}
