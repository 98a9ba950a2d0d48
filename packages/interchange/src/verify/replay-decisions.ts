import { makeDesk } from '@haixuan/domain/flow/desk'
import { type DeskFor, Replay } from '@haixuan/domain/flow/replay'
import type { StandardData } from '@haixuan/domain/flow/standard-data'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { canonicalBytes } from '@haixuan/domain/kernel/log/canonical-json'
import type { Event } from '@haixuan/domain/kernel/log/event'
import { loadSolver, type Solver } from '@haixuan/domain/select/lineup/solve/linear'
import { bytesToHex } from '@noble/hashes/utils.js'
import { native } from '#native'
import { because } from '../archive/because.ts'
import { problem } from './problem.ts'
import type { ReplayContext, Replay as ReplayDecision } from './verify-events.ts'

/** rules.json of an archive whose decisions name the standard they were made under: each by its SHA-256 (hex). */
export type Standards = { readonly standards: Readonly<Record<string, StandardData>> }

/** Runs the decisions of an archive again from its own facts and its own rules, project by project. */
export const replayDecisions = async (): Promise<ReplayDecision> => replayWith(await loadSolver())

/** The same with a solver that is loaded already. */
export function replayWith(solver: Solver): ReplayDecision {
  const replays = new Map<string, Replay>()
  let deskFor: DeskFor | undefined
  let next = 0
  return (decision, context) => {
    deskFor ??= desksOf(context)
    const make = deskFor
    const take = (e: Event) => {
      const project = e.project ?? ''
      const replay = replays.get(project) ?? new Replay(make, solver)
      replays.set(project, replay)
      return replay.take(e)
    }
    for (; next < context.place; next += 1) {
      const before = context.event(next)
      if (before) take(before)
    }
    next = context.place + 1
    const rerun = take(decision)
    if (rerun === undefined || rerun === 'same') return undefined
    if (rerun === 'withheld') return rerun
    return [problem('replay.failed', `event ${context.place} ${decision.subject}`, rerun.fault)]
  }
}

/** Desks under the standards of the archive. One that a decision names counts only when its content has that hash. */
function desksOf({ rules, rulesHash }: ReplayContext): DeskFor {
  const checked = new Map<string, StandardData>()
  const named = (name: string): StandardData => {
    const held = checked.get(name)
    if (held) return held
    const content = (rules as Partial<Standards>).standards?.[name] ?? (rulesHash === name ? rules : undefined)
    if (content === undefined || bytesToHex(native.sha256(canonicalBytes(content))) !== name)
      throw new BadInput(because('standard-not-in-archive', { name: name.slice(0, 12) }))
    checked.set(name, content as StandardData)
    return content as StandardData
  }
  return (plan, standard) => makeDesk(standard === undefined ? (rules as StandardData) : named(standard), plan)
}
