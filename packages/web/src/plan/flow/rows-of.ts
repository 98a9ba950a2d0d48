import type { GateState } from '@haixuan/domain/gate/gate'
import type { Answer } from '../../client/operations.ts'
import { inProject } from '../../shell/address.ts'

type Step = Answer<'project.flow'>['stages'][number]['steps'][number]
export type Rows = { readonly to: string; readonly search?: Readonly<Record<string, string>> }

/** Where a number of the flowchart leads: exactly the rows it counts, at a gate or at one clause of it. */
export function rowsOf(project: string, step: Step, state: GateState, clause?: string): Rows {
  switch (step.subject) {
    case 'product':
      return {
        to: inProject(project, 'products'),
        search: clause ? { gate: step.step, clause, clauseState: state } : { gate: step.step, gateState: state },
      }
    case 'supplier':
      return { to: inProject(project, 'suppliers-here'), search: clause ? { clause, clauseState: state } : { state } }
    case 'slot':
      return { to: inProject(project, 'lineup') }
    case 'plan':
      return step.step === 'closure' ? { to: inProject(project, 'conformity') } : { to: inProject(project, 'plan') }
  }
}
