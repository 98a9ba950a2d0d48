import type { LoggedFinding } from '@haixuan/domain/flow/decision'
import { ConformityLog } from '@haixuan/domain/improve/conformity/conformity'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'

type Tx = Transaction<Tables>
type Slot = { readonly product?: string | null; readonly supplier?: string | null }
type Body = Record<string, unknown>

/** The newest event of a type, and how many there are. */
export type Shown = {
  readonly project: string | null
  readonly type: string
  readonly count: number
  readonly newest: number
}

/** The log of each project, and of what belongs to none, as far as the verdict on the clauses needs it. */
export type OrganisationLog = {
  readonly logs: ReadonlyMap<string | null, ConformityLog>
  readonly shown: readonly Shown[]
}

/** M1 · Reads what the verdict hangs on: how many events of each type, the lineups, and the newest decision of each gate. */
export async function readConformity(tx: Tx, org: string, project: string | undefined): Promise<OrganisationLog> {
  const within = project === undefined ? sql<boolean>`true` : sql<boolean>`e.project_id = ${project}`
  const { rows: shown } = await sql<Shown>`
    select nullif(e.project_id, '') as project, e.type, e.n::int as count, e.newest
    from event_count e where e.org_id = ${org} and ${within} order by 1, 2
  `.execute(tx)
  const { rows: lineups } = await sql<{ project: string; type: string; slots: Slot[] }>`
    select distinct on (e.project_id) e.project_id as project, e.type, coalesce(e.body -> 'slots', '[]') as slots
    from happening e
    where e.org_id = ${org} and ${within} and e.type in ('lineup.decided', 'lineup.edited')
    order by e.project_id, e.id desc
  `.execute(tx)
  const subjects = lineups
    .flatMap(({ slots }) => slots.flatMap((s) => [s.product, s.supplier]))
    .filter((s) => s != null)
  const { rows: decisions } = await sql<{ project: string | null; subject: string; body: Body }>`
    with decided as (
      select e.id, e.org_id, e.project_id, e.subject, e.body from happening e
      where e.org_id = ${org} and ${within} and e.type = 'gate.decided'
        and (e.body ->> 'about' = 'plan' or e.subject = any(${subjects}))
      union all
      select e.id, e.org_id, e.project_id, product, shared - 'products' || '{"about": "product"}'
      from happening e, jsonb_array_elements(e.body -> 'decisions') shared, jsonb_array_elements_text(shared -> 'products') product
      where e.org_id = ${org} and ${within} and e.type = 'gate.decided' and e.body ->> 'about' = 'products'
        and e.supplier_id = any(array(select supplier_id from happening where org_id = ${org} and subject = any(${subjects})))
        and shared -> 'products' ?| ${subjects} and product = any(${subjects})
    )
    select distinct on (e.project_id, e.subject, e.body ->> 'about', gates.names) e.project_id as project, e.subject,
      jsonb_build_object('about', e.body -> 'about', 'gates', e.body -> 'gates',
        'findings', jsonb_path_query_array(coalesce(e.body -> 'findings', (select t.findings from told_findings t
          where t.org_id = e.org_id and t.project_id = e.project_id and t.hash = e.body ->> 'told')),
          '$[*] ? (@.severity == "block")')) as body
    from decided e,
      lateral (select array_agg(k order by k) as names from jsonb_object_keys(e.body -> 'gates') k) gates
    order by e.project_id, e.subject, e.body ->> 'about', gates.names, e.id desc
  `.execute(tx)
  const logs = new Map<string | null, ConformityLog>()
  const logOf = (of: string | null) => {
    const log = logs.get(of) ?? new ConformityLog({ written: false })
    logs.set(of, log)
    return log
  }
  const added = new Map<string, number>()
  const add = (of: string | null, type: string, subject: string, body: Body) => {
    logOf(of).add({ type, subject, body })
    added.set(`${of}\n${type}`, (added.get(`${of}\n${type}`) ?? 0) + 1)
  }
  for (const { project: of, type, slots } of lineups) add(of, type, of, { slots })
  for (const { project: of, subject, body } of decisions) add(of, 'gate.decided', subject, body)
  for (const { project: of, type, count } of shown) logOf(of).count(type, count - (added.get(`${of}\n${type}`) ?? 0))
  return { logs, shown }
}

/** A blocking finding on a subject, with the words that its record holds now. */
export type AgainstClause = {
  readonly project: string
  readonly subject: string
  readonly kind: 'plan' | 'supplier' | 'product'
  readonly name: string
  readonly finding: LoggedFinding & { readonly what?: Text; readonly remedy?: Text }
}
type Text = { readonly zh: string; readonly en: string }

/** What stands against the clauses: the findings of the log in the words of the records they are on. */
export async function findingsAgainst(
  tx: Tx,
  org: string,
  logs: OrganisationLog['logs'],
): Promise<readonly AgainstClause[]> {
  const standing = [...logs].flatMap(([project, log]) =>
    project === null ? [] : [...log.standing()].map((s) => ({ project, ...s, subject: s.subject ?? project })),
  )
  if (standing.length === 0) return []
  const projects = [...new Set(standing.map((s) => s.project))]
  const subjects = [...new Set(standing.map((s) => s.subject))]
  const { rows } = await sql<{
    project: string
    subject: string
    kind: AgainstClause['kind']
    name: string
    findings: (LoggedFinding & { what: Text; remedy: Text })[]
  }>`
    select id as project, id as subject, 'plan' as kind, name, findings from project
      where org_id = ${org} and id = any(${projects})
    union all
    select p.project_id, p.id, 'product', p.title, p.findings from product p
      where org_id = ${org} and project_id = any(${projects}) and id = any(${subjects})
    union all
    select project_id, supplier_id, 'supplier', coalesce(name, supplier_id), findings from supplier_gate
      where org_id = ${org} and project_id = any(${projects}) and supplier_id = any(${subjects})
  `.execute(tx)
  const known = new Map(rows.map((row) => [`${row.project}\n${row.subject}`, row]))
  return standing.map(({ project, subject, finding }) => {
    const record = known.get(`${project}\n${subject}`)
    const told = record?.findings.find(
      (f) => f.check === finding.check && f.rule === finding.rule && f.market === finding.market,
    )
    const { what, remedy } = told ?? {}
    return {
      project,
      subject,
      kind: record?.kind ?? 'plan',
      name: record?.name ?? subject,
      finding: { ...finding, ...(what && remedy ? { what, remedy } : {}) },
    }
  })
}
