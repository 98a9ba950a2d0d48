import { makeDesk } from '@haixuan/domain/flow/desk'
import { Replay } from '@haixuan/domain/flow/replay'
import type { StandardData } from '@haixuan/domain/flow/standard-data'
import { loadSolver } from '@haixuan/domain/select/lineup/solve/linear'
import { problem } from '@haixuan/interchange/archive/problem'
import type { Replay as ReplayDecision } from '@haixuan/interchange/archive/verify-events'

/** Runs the decisions of an archive again from its own facts and its own rules. */
export async function replayDecisions(): Promise<ReplayDecision> {
  const solver = await loadSolver()
  let replay: Replay | undefined
  let next = 0
  return (decision, context) => {
    replay ??= new Replay((plan) => makeDesk(context.rules as StandardData, plan), solver)
    for (; next < decision.seq; next += 1) {
      const before = context.event(next)
      if (before) replay.take(before)
    }
    next = decision.seq + 1
    const fault = replay.take(decision)
    return fault === undefined
      ? undefined
      : [problem('replay.failed', `event ${decision.seq} ${decision.subject}`, fault)]
  }
}
