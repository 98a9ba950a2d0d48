import { decideClosure, decideRisk } from '@haixuan/domain/flow/carry-out'
import { decide } from '@haixuan/domain/flow/decision'
import type { Desk } from '@haixuan/domain/flow/desk'
import { countFlow, countStates } from '@haixuan/domain/flow/flow-counts'
import type { Finding } from '@haixuan/domain/gate/finding'
import { type GateState, gatesOf, type Judged } from '@haixuan/domain/gate/gate'
import type { Gate } from '@haixuan/domain/gate/words'
import { Refusal } from '@haixuan/domain/kernel/errors'
import type { Project } from '@haixuan/domain/plan/project'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import { decided, madeUnder } from '../../flow/decide/decided.ts'
import { reviewProject } from '../../flow/decide/review-project.ts'
import type { StoredProject } from '../../plan/project/store.ts'
import { cause } from '../../platform/cause.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { StepAsked } from '../../platform/jobs/task-kind.ts'
import { lineupIfAny, standingOf } from '../../select/lineup/store.ts'
import { because } from '../because.ts'

type Gates = Partial<Record<Gate, GateState>>
/** The products in the slots of a lineup: as they were released with it, or as they stand. */
type Filled = { readonly slots: number; readonly candidates: number; readonly states: readonly GateState[] }

/** A project as closing it finds it, under the plan as of today. */
type Found = {
  readonly plan: Project
  readonly desk: Desk
  readonly suppliers: Awaited<ReturnType<typeof suppliersOf>>
  readonly products: readonly { readonly facts: ProductFacts | undefined; readonly offer: Offer | undefined }[]
  readonly gates: readonly Gates[]
  readonly findings: readonly Finding[]
  readonly lineup: Filled
}

/** What closing logs before the assessment: risks, the closure gate, the flow. @throws Refusal while the gate is not passed */
export async function closing(
  asked: StepAsked,
  project: StoredProject,
): Promise<{ readonly events: readonly NewEvent[]; readonly gates: Gates; readonly made: object }> {
  const found = await find(asked, project)
  const { plan, desk, lineup, suppliers, products } = found
  const filled = lineup.states.length
  const released = lineup.states.filter((state) => state === 'passed').length
  const closure = decideClosure(project.id, plan, desk, {
    suppliers: suppliers.map((s) => s.body ?? undefined),
    products,
    lineup: { candidates: lineup.candidates, filled, released },
  })
  const gates = gatesOf(closure, ['closure'])
  if (gates.closure !== 'passed') throw lacking(closure)
  const made = madeUnder(plan, asked.house)
  const at = (type: string, clause: string, body: object): NewEvent => ({
    type,
    subject: project.id,
    clause,
    project: project.id,
    // canonical JSON knows no values that are undefined
    body: JSON.parse(JSON.stringify(body)),
  })
  const risk = decideRisk(found.findings, products.length + suppliers.length, plan, desk)
  const events = [
    at('standard.adopted', 'G1', adopted(desk)),
    at('risk.assessed', 'S2', { ...risk, ...made }),
    at('gate.decided', 'T2', decided(decide('plan', closure, ['closure']), plan, asked.house)),
    at('flow.counted', 'F1', { flow: flowOf(project.state, found, gates) }),
    at('closure.recorded', 'T1', { gates, findings: closure.length }),
  ]
  const count = (await eventCount(asked, project.id)) + events.length + 2
  return { events: [...events, at('archive.closed', 'T2', { events: count })], gates, made }
}

async function find(asked: StepAsked, project: StoredProject): Promise<Found> {
  const { tx, actor, now, house } = asked
  const lineup = await lineupIfAny(asked, project.id)
  if (!lineup) throw new Problem('not-found', { why: cause('lineup-not-proposed', { id: project.id }) })
  const gates: Gates[] = []
  const products: Found['products'][number][] = []
  const findings: Judged[] = []
  const { plan } = await reviewProject({ tx, org: actor.org, now, house }, project, (batch) => {
    for (const r of batch) {
      gates.push(r.decision.gates)
      products.push({ facts: r.product.facts, offer: r.offer })
      findings.push(...r.findings)
    }
  })
  const recorded = await tx
    .selectFrom('project')
    .select('findings')
    .where('org_id', '=', actor.org)
    .where('id', '=', project.id)
    .executeTakeFirstOrThrow()
  const suppliers = await suppliersOf(asked, project.id)
  const filled = lineup.body.slots.flatMap((s) => s.product ?? [])
  const standing = await standingOf(asked, project.id, filled)
  return {
    plan,
    desk: house.desks.for(plan),
    suppliers,
    products,
    gates,
    findings: [...recorded.findings, ...suppliers.flatMap((s) => s.findings), ...findings],
    lineup: {
      slots: lineup.body.slots.length,
      candidates: lineup.body.work.candidates,
      states: filled.map((id) => (lineup.releasedAt === null ? (standing.get(id)?.state ?? 'open') : 'passed')),
    },
  }
}

const suppliersOf = ({ tx, actor }: StepAsked, project: string) =>
  tx
    .selectFrom('supplier_gate as g')
    .leftJoin('supplier as s', (on) => on.onRef('s.org_id', '=', 'g.org_id').onRef('s.id', '=', 'g.supplier_id'))
    .select(['g.state', 'g.findings', 's.body'])
    .where('g.org_id', '=', actor.org)
    .where('g.project_id', '=', project)
    .orderBy('g.supplier_id')
    .execute()

const flowOf = (plan: GateState, { suppliers, gates, lineup: { states, slots } }: Found, closure: Gates) =>
  countFlow({
    plan: { plan },
    suppliers: suppliers.map((s) => ({ supplier: s.state })),
    products: gates,
    lineup: countStates([
      ...states.map((state): GateState => (state === 'passed' ? 'passed' : 'conditional')),
      ...Array<GateState>(slots - states.length).fill('open'),
    ]),
    closure,
  })

function lacking(closure: readonly Judged[]): Refusal {
  const owed = closure.filter((f) => f.severity === 'block')
  return new Refusal(because('closure-lacks', { owed: owed.map((f) => f.what) }), 'T2', {
    zh: owed.map((f) => f.remedy.zh).join('；'),
    en: owed.map((f) => f.remedy.en).join('; '),
  })
}

const adopted = ({ markets, standard }: Desk) => ({
  markets: Object.fromEntries(markets.map((m) => [m.market.id, m.hash])),
  clauses: standard.clauses.clauses.length,
  terms: standard.glossary.terms.length,
})

const eventCount = async ({ tx, actor }: StepAsked, project: string): Promise<number> =>
  (
    await tx
      .selectFrom('event')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('org_id', '=', actor.org)
      .where('project_id', '=', project)
      .executeTakeFirstOrThrow()
  ).count
