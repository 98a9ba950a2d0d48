import { GATES, type Gate } from '../gate/words.ts'
import { canonicalJson } from '../kernel/log/canonical-json.ts'
import type { Project } from './project.ts'

/** P5 · Which gates each part of the plan bears on; a part that is not named bears on the plan gate alone. */
const BEARS_ON: Partial<Record<keyof Project, readonly Gate[]>> = {
  markets: GATES,
  date: ['plan', 'supplier', 'product', 'cooperation', 'on-air'],
  theme: ['plan', 'product', 'on-air'],
  'theme-classes': ['plan', 'product', 'on-air'],
  'forbidden-classes': ['plan', 'product', 'on-air'],
  slots: ['plan', 'on-air'],
  'role-mix': ['plan', 'on-air'],
  language: ['plan', 'on-air'],
  platform: ['plan', 'cooperation', 'on-air'],
  currency: ['plan', 'cooperation'],
  rates: ['plan', 'cooperation'],
  'qualification-tightening': ['plan', 'supplier'],
  'contract-requirements': ['plan', 'cooperation'],
}

/** Parts that record the plan's own life or cover findings; changing them alone re-opens nothing. */
const SILENT: readonly (keyof Project)[] = ['versions', 'waivers', 'files', 'id']

export type Change = { readonly part: keyof Project; readonly reopens: readonly Gate[] }

/** The parts of a plan that differ between two versions, and the gates each re-opens: exactly those it touches. */
export function planChanges(before: Project, after: Project): Change[] {
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort() as (keyof Project)[]
  return parts
    .filter((part) => !SILENT.includes(part))
    .filter((part) => canonicalJson(before[part] ?? null) !== canonicalJson(after[part] ?? null))
    .map((part) => ({ part, reopens: BEARS_ON[part] ?? ['plan'] }))
}

/** The gates that a change of plan re-opens, in the standard's order. */
export const reopened = (changes: readonly Change[]): Gate[] =>
  GATES.filter((gate) => changes.some((change) => change.reopens.includes(gate)))
