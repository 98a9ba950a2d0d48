import { GATES, type Gate } from '../gate/words.ts'
import { type FlowStage, flowOf, type StateCount } from './flow-counts.ts'

/** What a gate is decided for. */
export type Subject = 'plan' | 'supplier' | 'product' | 'slot'

/** How many subjects of a gate stand open or provisional by one clause alone; all others pass it. */
export type Held = {
  readonly gate: string
  readonly clause: string
  readonly open: number
  readonly conditional: number
  /** how many lack the very record that the clause is about, such as the terms of cooperation */
  readonly unrecorded: number
}
export type FlowNode = StateCount & {
  readonly clause: string
  /** how many of those passed are held by nothing only because nothing of them is on record yet */
  readonly waiting: number
}
export type ChartStep = FlowStage['steps'][number] & {
  readonly subject: Subject
  /** how many are decided at it */
  readonly subjects: number
  /** the clauses of the gate, then others that hold it */
  readonly nodes: readonly FlowNode[]
}
export type ChartStage = { readonly stage: FlowStage['stage']; readonly steps: readonly ChartStep[] }
export type Counts = Readonly<Record<Gate | 'lineup', StateCount>>

const SUBJECTS: Record<Gate | 'lineup', Subject> = {
  plan: 'plan',
  supplier: 'supplier',
  product: 'product',
  cooperation: 'product',
  'on-air': 'product',
  closure: 'plan',
  lineup: 'slot',
}

/** Clauses of which nothing can be said before what another one asks for is on record: terms of cooperation, a supplier, a role that a person has fixed. */
const STANDS_ON: Readonly<Record<string, string>> = { I7: 'I6', I8: 'I6', I1: 'I2', I5: 'I5' }

/** F1 · The flowchart with a node for each clause: its gate's subjects, and those that this clause alone holds. */
export const chartOf = (counts: Counts, held: readonly Held[]): ChartStage[] =>
  flowOf(counts).map(({ stage, steps }) => ({ stage, steps: steps.map((step) => withNodes(step, held)) }))

function withNodes(step: FlowStage['steps'][number], held: readonly Held[]): ChartStep {
  const subjects = step.passed + step.conditional + step.open
  const here = held.filter((h) => h.gate === step.step)
  const more = here.map((h) => h.clause).filter((clause) => !step.clauses.includes(clause))
  const isGate = (GATES as readonly string[]).includes(step.step)
  const nodeOf = (clause: string): FlowNode => {
    // the lineup has no findings: its one clause stands as its slots do
    if (!isGate) return { clause, passed: step.passed, conditional: step.conditional, open: step.open, waiting: 0 }
    const { open = 0, conditional = 0 } = here.find((h) => h.clause === clause) ?? {}
    const passed = subjects - open - conditional
    const { unrecorded = 0 } = here.find((h) => h.clause === STANDS_ON[clause]) ?? {}
    return { clause, open, conditional, passed, waiting: Math.min(unrecorded, passed) }
  }
  return {
    ...step,
    subject: SUBJECTS[step.step as Gate | 'lineup'],
    subjects,
    nodes: [...step.clauses, ...more.toSorted()].map(nodeOf),
  }
}
