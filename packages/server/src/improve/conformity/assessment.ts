import { type ClauseConformity, conformityOverall } from '@haixuan/domain/improve/conformity/conformity'
import type { Transaction } from 'kysely'
import type { House } from '../../house.ts'
import type { Tables } from '../../platform/database/tables.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { type AgainstClause, findingsAgainst, readConformity, type Shown } from './from-log.ts'

type Asking = { readonly tx: Transaction<Tables>; readonly org: string; readonly house: House }

/** The verdict on every clause of the standard for one project or the whole organisation, with what each stands on. */
export type Assessment = {
  readonly of: { readonly project: string | null; readonly name: string; readonly day: string | null }
  readonly clauses: readonly (ClauseConformity & {
    readonly shown: readonly Shown[]
    readonly against: readonly AgainstClause[]
  })[]
  readonly projects: readonly {
    readonly id: string
    readonly name: string
    readonly day: string
    /** products and suppliers of the lineup, whose findings count */
    readonly counted: number
    readonly clauses: readonly ClauseConformity[]
  }[]
}

/** M1 · Assesses from the log as it stands now. @throws Problem when there is no such project */
export async function assess({ tx, org, house }: Asking, project: string | undefined): Promise<Assessment> {
  const projects = await tx
    .selectFrom('project')
    .select(['id', 'name', 'day'])
    .where('org_id', '=', org)
    .$if(project !== undefined, (q) => q.where('id', '=', project as string))
    .orderBy('day', 'desc')
    .orderBy('id')
    .execute()
  if (project !== undefined && projects.length === 0)
    throw new Problem('not-found', { why: missing('project', project) })
  const clauses = house.standard.clauses.clauses
  const { logs, shown } = await readConformity(tx, org, project)
  const assessed = new Map([...logs].map(([id, log]) => [id, log.assess(clauses)]))
  const against = await findingsAgainst(tx, org, logs)
  const verdicts = conformityOverall([...assessed.values()])
  const [only] = projects
  return {
    of:
      project === undefined || !only
        ? { project: null, name: await nameOf(tx, org), day: null }
        : { project, name: only.name, day: only.day },
    clauses: clauses.map((clause, i) => ({
      ...(verdicts[i] ?? { clause: clause.id, verdict: 'not-carried-out', events: 0, wrong: 0, missing: 0 }),
      shown: totals(shown.filter(({ type }) => clause.events.includes(type))),
      against: against.filter(({ finding }) => clause.checks.includes(finding.check)),
    })),
    projects: projects.map((p) => ({
      ...p,
      counted: logs.get(p.id)?.counted ?? 0,
      clauses: assessed.get(p.id) ?? [],
    })),
  }
}

/** Of each type one, over all projects. */
const totals = (shown: readonly Shown[]): Shown[] =>
  [...Map.groupBy(shown, ({ type }) => type).values()].map((all) => ({
    ...all[0]!,
    count: all.reduce((n, { count }) => n + count, 0),
    newest: Math.max(...all.map(({ newest }) => newest)),
  }))

const nameOf = async (tx: Asking['tx'], org: string): Promise<string> =>
  (await tx.selectFrom('organisation').select('name').where('id', '=', org).executeTakeFirstOrThrow()).name
