import { decideLineup, lineupBody } from '@haixuan/domain/flow/carry-out'
import { storePlan } from '@haixuan/domain/select/lineup/board/stored-plan'
import { fillSettings } from '@haixuan/domain/select/lineup/fill-settings'
import type { Lineup } from '@haixuan/domain/select/lineup/lineup'
import { loadSolver } from '@haixuan/domain/select/lineup/solve/linear'
import { z } from 'zod'
import { madeUnder } from '../../flow/decide/decided.ts'
import { markOf, type ProjectReview, reviewProject } from '../../flow/decide/review-project.ts'
import { planNow } from '../../flow/judge/plan-now.ts'
import { inScope } from '../../platform/database/scope.ts'
import { type Job, type StepAsked, taskKind } from '../../platform/jobs/task-kind.ts'
import { projectBeforeAir } from './before-air.ts'
import { keepCandidates } from './candidates.ts'
import { putLineup } from './store.ts'

const input = z.strictObject({ project: z.string() })
type Input = z.output<typeof input>

/** How often a project may change under a proposal before it is made with the project locked. */
const TRIES = 3

/**
 * I9 · Proposes the lineup of a project from its products as they stand. It is worked out while people go on; when
 * something it stands on has changed meanwhile it is worked out again, so that the log gives the same one when replayed.
 */
export const proposeLineup = taskKind({
  name: 'lineup.propose',
  input,
  async run(job) {
    const solver = await loadSolver()
    for (let tries = 1; ; tries++) {
      const reviewed = tries < TRIES ? await review(job) : undefined
      const solved = reviewed && solve(job, reviewed, solver)
      let kept: object | undefined
      await job.step(async (asked) => {
        const project = await projectBeforeAir(asked, job.input.project)
        const { tx, actor, now, house } = asked
        const plan = planNow(house, project.plan, now)
        if (reviewed && (await markOf(tx, actor.org, project.id, plan)) !== reviewed.mark) return {}
        const under = reviewed ?? (await reviewProject({ tx, org: actor.org, now, house }, project))
        const found = solved ?? solve(job, under, solver)
        const { version, event } = await keep(asked, project.id, under, found)
        kept = { ...summary(found.lineup), version }
        return { events: [event], done: under.reviews.length, of: under.reviews.length }
      })
      if (kept) return kept
    }
  },
})

/** Reads and reviews without a lock on the project. */
async function review({ house, actor, input, progress }: Job<Input>): Promise<ProjectReview> {
  const now = house.clock()
  let done = 0
  return inScope(
    house.db,
    actor,
    async (tx) => {
      const project = await tx
        .selectFrom('project')
        .select(['id', 'plan', 'state'])
        .where('org_id', '=', actor.org)
        .where('id', '=', input.project)
        .executeTakeFirstOrThrow()
      return reviewProject({ tx, org: actor.org, now, house }, project, (batch) => {
        done += batch.length
        return progress(done)
      })
    },
    { readOnly: true },
  )
}

const solve = (
  { house }: Job<Input>,
  { plan, reviews }: ProjectReview,
  solver: Awaited<ReturnType<typeof loadSolver>>,
) => decideLineup(reviews, plan, house.desks.for(plan), solver)

type Found = ReturnType<typeof decideLineup>

async function keep(asked: StepAsked, id: string, { plan, reviews }: ProjectReview, found: Found) {
  const { lineup, candidates, settings } = found
  const body = lineupBody(lineup, reviews)
  const filled = fillSettings(settings, asked.house.standard.lineup, candidates)
  await keepCandidates(asked, id, candidates, filled)
  const version = await putLineup(asked, id, body as Lineup, storePlan(filled))
  const told = { ...body, ...madeUnder(plan, asked.house) }
  return { version, event: { type: 'lineup.decided', subject: id, clause: 'I9', project: id, body: told } }
}

const summary = ({ slots, filled, released, provisional, objective, bound, gap, proven }: Lineup) => ({
  slots: slots.length,
  filled,
  released,
  provisional,
  objective,
  bound,
  gap,
  proven,
})
