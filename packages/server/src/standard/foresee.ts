import { decideSupplierGate } from '@haixuan/domain/flow/carry-out'
import type { Judged } from '@haixuan/domain/gate/gate'
import { difference } from '@haixuan/domain/gate/rule-set'
import { asked } from '@haixuan/domain/kernel/asked'
import { type Day, isDay } from '@haixuan/domain/kernel/day'
import type { Project } from '@haixuan/domain/plan/project'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { productRows, reviewRow } from '../flow/judge/product-rows.ts'
import type { House } from '../house.ts'
import { command } from '../platform/commands/command.ts'
import { inScope } from '../platform/database/scope.ts'
import type { Tables } from '../platform/database/tables.ts'
import { startTask } from '../platform/jobs/start-task.ts'
import { type Job, taskKind } from '../platform/jobs/task-kind.ts'

const day = z.string().refine(isDay, asked.day)
const input = z.strictObject({
  from: day,
  to: day,
  projects: z.array(z.string()).max(200).optional(),
})
type Input = z.output<typeof input>

const AT_ONCE = 300
const MOST_SHOWN = 500

/** A finding that holds a gate as of one of the days alone. */
type Turned = Pick<
  Judged,
  'check' | 'rule' | 'market' | 'what' | 'remedy' | 'owner' | 'state' | 'source' | 'statutory'
> & {
  /** whether the law turned, or time passed by a record such as a certificate */
  readonly by: 'law' | 'time'
}
type Effect = {
  readonly kind: 'supplier' | 'product'
  readonly project: string
  readonly subject: string
  readonly title: string
  readonly gained: readonly Turned[]
  readonly lost: readonly Turned[]
}

/**
 * M3 · What would hold suppliers and products of open projects as of one day and not as of another, before it does: every
 * gate is decided under both, and nothing is written.
 */
export const foreseeEffect = taskKind({
  name: 'standard.foresee',
  input,
  run: async (job: Job<Input>) => {
    const { house, input } = job
    const { from, to } = input
    const under = (plan: Project, date: string): Under => ({ plan: { ...plan, date: date as Day }, desks: house.desks })
    const told = await inScope(
      house.db,
      job.actor,
      (tx) =>
        foresee(job, tx, {
          projects: input.projects,
          of: ({ plan }) => ({
            before: under(plan, from),
            after: under(plan, to),
            turned: turnedRules(house, plan, input),
          }),
        }),
      { readOnly: true },
    )
    return { ...told, from, to }
  },
})

/** The rules that are of a change; all that differs is when both sides are of the same day. */
type TurnedRules = ReadonlySet<string> | 'all'
/** What a project is decided under before and after a change. */
export type Foreseen = { readonly before: Under; readonly after: Under; readonly turned: TurnedRules }

/** What would hold the suppliers and products of open projects after a change and not before it, or the other way round. */
export async function foresee(
  { actor, progress }: Pick<Job<object>, 'actor' | 'progress'>,
  tx: Transaction<Tables>,
  {
    projects: wanted,
    of,
  }: {
    readonly projects?: readonly string[] | undefined
    readonly of: (project: { readonly id: string; readonly plan: Project }) => Foreseen | undefined
  },
) {
  const projects = await tx
    .selectFrom('project as p')
    .select((e) => [
      'p.id',
      'p.plan',
      'p.state',
      e
        .selectFrom('product as x')
        .select((c) => c.fn.countAll<number>().as('n'))
        .whereRef('x.org_id', '=', 'p.org_id')
        .whereRef('x.project_id', '=', 'p.id')
        .as('products'),
    ])
    .where('p.org_id', '=', actor.org)
    .where('p.closed_at', 'is', null)
    .$if(wanted !== undefined, (q) => q.where('p.id', 'in', [...(wanted ?? []), '']))
    .orderBy('p.day')
    .orderBy('p.id')
    .execute()
  const size = projects.reduce((sum, p) => sum + Number(p.products), 0)
  const effects: Effect[] = []
  const told = { products: 0, changed: 0, newlyHeld: 0, freed: 0 }
  await progress(0, size)
  for (const project of projects) {
    const foreseen = of(project)
    if (!foreseen) {
      told.products += Number(project.products)
      continue
    }
    const { turned } = foreseen
    const [before, after] = [foreseen.before, foreseen.after].map(({ plan, desks }) => ({
      plan,
      desk: desks.for(plan),
    })) as [Standing, Standing]
    const suppliers = new Set<string>()
    for (let last: string | undefined = ''; last !== undefined; ) {
      const rows = await productRows(tx, actor.org, project.id).where('p.id', '>', last).limit(AT_ONCE).execute()
      for (const row of rows) {
        const at = ({ plan, desk }: Standing) => reviewRow(row, plan, desk, project.state)
        const [then, now] = [at(before), at(after)]
        const effect = effectOf(then.findings, now.findings, turned)
        if (effect) {
          effects.push({ kind: 'product', project: project.id, subject: row.id, title: row.listing.title, ...effect })
          told.changed += 1
          const held = (findings: readonly Judged[]) => findings.some((f) => f.severity === 'block' && !f.waived)
          if (!held(then.findings) && held(now.findings)) told.newlyHeld += 1
          if (held(then.findings) && !held(now.findings)) told.freed += 1
        }
        if (suppliers.has(row.supplier_id)) continue
        suppliers.add(row.supplier_id)
        const group = {
          id: row.supplier_id,
          name: row.supplier_name ?? undefined,
          supplier: row.supplier ?? undefined,
          brands: row.brands,
        }
        const decided = ({ plan, desk }: Standing) => decideSupplierGate(group, plan, desk)
        const ofSupplier = effectOf(decided(before), decided(after), turned)
        if (ofSupplier)
          effects.push({
            kind: 'supplier',
            project: project.id,
            subject: group.id,
            title: group.name ?? group.id,
            ...ofSupplier,
          })
      }
      told.products += rows.length
      await progress(told.products, size)
      last = rows.length < AT_ONCE ? undefined : rows.at(-1)!.id
    }
  }
  const byLaw = effects.toSorted((a, b) => Number(lawTurns(b)) - Number(lawTurns(a)))
  return {
    ...told,
    projects: projects.length,
    effects: byLaw.slice(0, MOST_SHOWN),
    more: Math.max(effects.length - MOST_SHOWN, 0),
  }
}
/** A plan as of a day, and the rules it is decided under. */
type Under = { readonly plan: Project; readonly desks: House['desks'] }
type Standing = { readonly plan: Project; readonly desk: ReturnType<House['desks']['for']> }

const lawTurns = ({ gained, lost }: Effect) => [...gained, ...lost].some((f) => f.by === 'law')

/** Rules of the plan's markets that begin, end or change between the days. */
function turnedRules({ standard }: House, plan: Project, { from, to }: Input): ReadonlySet<string> {
  const found = plan.markets.flatMap((market) => {
    const { begins, ends, changes } = difference(standard.rules, standard.markets, market, from as Day, to as Day)
    return [...begins, ...ends, ...changes].map((r) => r.id)
  })
  return new Set(found)
}

const keyOf = (f: Judged) =>
  [f.check, f.rule, f.market, f.severity, f.state, f.subject, f.span?.from, f.remedy.en].join('|')

function effectOf(before: readonly Judged[], after: readonly Judged[], turned: TurnedRules) {
  const blocking = (all: readonly Judged[]) =>
    new Map(all.filter((f) => f.severity === 'block' && !f.waived).map((f) => [keyOf(f), f]))
  const [then, now] = [blocking(before), blocking(after)]
  const only = (these: ReadonlyMap<string, Judged>, those: ReadonlyMap<string, Judged>): Turned[] =>
    [...these]
      .filter(([key]) => !those.has(key))
      .map(([, { check, rule, market, what, remedy, owner, state, source, statutory }]) => ({
        check,
        ...(rule ? { rule } : {}),
        ...(market ? { market } : {}),
        ...(source ? { source } : {}),
        what,
        remedy,
        owner,
        state,
        statutory,
        by: turned === 'all' || (rule !== undefined && turned.has(rule)) ? 'law' : 'time',
      }))
  const [gained, lost] = [only(now, then), only(then, now)]
  return gained.length + lost.length > 0 ? { gained, lost } : undefined
}

export const foreseeLaw = command({
  name: 'standard.foresee',
  clause: 'M3',
  roles: ['selection', 'sourcing', 'quality', 'legal'],
  path: '/standard/foresee',
  summary: {
    zh: '预估：两日之间哪些产品与供应商的问题会不同（后台任务）',
    en: 'Foresee which products and suppliers are held otherwise as of another day (a task)',
  },
  params: z.object({}),
  input,
  answer: z.object({ task: z.string() }),
  async run(asked) {
    return { events: [], answer: { task: await startTask(asked, foreseeEffect, asked.input) } }
  },
})
