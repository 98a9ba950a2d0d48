import { FINDINGS_TOLD, together, whole } from '@haixuan/domain/flow/decision'
import { ownSpans } from '@haixuan/domain/flow/likeness'
import type { Project } from '@haixuan/domain/plan/project'
import type { FieldClaim } from '@haixuan/domain/select/product/product-case'
import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { decided } from '../decide/decided.ts'
import type { JudgedProduct } from './judge.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'house'>
type Judgement = JudgedProduct['judgement']
type Decided = {
  readonly id: string
  readonly supplier: string
  readonly claims: readonly FieldClaim[]
  readonly judgement: Judgement
}

/** Products whose decisions one event holds, at most. */
const MOST_IN_ONE = 1_000

/**
 * The events of decisions on products: one for those of a supplier that are decided at once, however many. What they find
 * is told once in the log of the project, before the first of them; a supplier's account, which may not see what others'
 * products have too, tells it with each.
 */
export async function logDecisions(
  about: With,
  { id: project, plan }: { readonly id: string; readonly plan: Project },
  all: readonly Decided[],
): Promise<NewEvent[]> {
  const { actor, house } = about
  const eventOf = (subject: string, supplier: string, decision: Parameters<typeof decided>[0]): NewEvent => ({
    type: 'gate.decided',
    subject,
    clause: 'I3',
    body: decided(decision, plan, house),
    project,
    supplier,
  })
  const alone = ({ id, supplier, claims, judgement: { brief, told } }: Decided, apart = false) => {
    const spans = ownSpans(brief, { claims })
    const own = spans ? { ...brief, spans } : brief
    return eventOf(id, supplier, apart ? whole(own, told) : own)
  }
  if (actor.supplier !== undefined) return all.map((each) => alone(each, true))
  const told = await tellFindings(about, project, new Set(all.map((d) => d.judgement)))
  const events = [...Map.groupBy(all, (d) => d.supplier)].flatMap(([supplier, its]) =>
    chunksOf(its, MOST_IN_ONE).map((some) => {
      if (some.length === 1) return alone(some[0] as Decided)
      const each = some.map(({ id, claims, judgement: { brief } }) => ({
        id,
        shared: brief,
        spans: ownSpans(brief, { claims }),
      }))
      return eventOf(project, supplier, together(each))
    }),
  )
  return [...told, ...events]
}

const chunksOf = <T>(all: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, i) => all.slice(i * most, (i + 1) * most))

/** The events of findings that the log of a project does not tell yet; whoever else tells them now is waited for. */
async function tellFindings(
  { tx, actor }: With,
  project: string,
  judgements: ReadonlySet<Judgement>,
): Promise<NewEvent[]> {
  const findings = new Map([...judgements].map(({ brief, told }) => [brief.told, told]))
  if (findings.size === 0) return []
  const { rows: known } = await sql<{ hash: string }>`
    select hash from told_findings where org_id = ${actor.org} and project_id = ${project}
      and hash = any (${[...findings.keys()]})
  `.execute(tx)
  for (const { hash } of known) findings.delete(hash)
  if (findings.size === 0) return []
  const { rows } = await sql<{ hash: string }>`
    insert into told_findings (org_id, project_id, hash, findings)
    select ${actor.org}, ${project}, r.key, r.value from jsonb_each(${JSON.stringify(Object.fromEntries(findings))}::jsonb) r
    order by r.key
    on conflict do nothing
    returning hash
  `.execute(tx)
  return rows.map(({ hash }) => ({
    type: FINDINGS_TOLD,
    subject: project,
    clause: 'I3',
    body: { findings: findings.get(hash) },
    project,
  }))
}
