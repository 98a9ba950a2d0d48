import { FINDINGS_TOLD, whole } from '@haixuan/domain/flow/decision'
import { ownLogged } from '@haixuan/domain/flow/likeness'
import type { Project } from '@haixuan/domain/plan/project'
import type { FieldClaim } from '@haixuan/domain/select/product/product-case'
import { sql } from 'kysely'
import type { Asked } from '../platform/commands/command.ts'
import type { NewEvent } from '../platform/events/append.ts'
import { decided } from './decided.ts'
import type { JudgedProduct } from './judge.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'house'>
type Judgement = JudgedProduct['judgement']
type Decided = {
  readonly id: string
  readonly supplier: string
  readonly claims: readonly FieldClaim[]
  readonly judgement: Judgement
}

/**
 * The events of decisions on products. What they find is told once in the log of the project, before the first of them; a
 * supplier's account, which may not see what others' products have too, tells it with each.
 */
export async function logDecisions(
  about: With,
  { id: project, plan }: { readonly id: string; readonly plan: Project },
  all: readonly Decided[],
): Promise<NewEvent[]> {
  const { actor, house } = about
  const apart = actor.supplier !== undefined
  const told = apart ? [] : await tellFindings(about, project, new Set(all.map((d) => d.judgement)))
  return [
    ...told,
    ...all.map(({ id, supplier, claims, judgement }): NewEvent => {
      const own = ownLogged(judgement.brief, { id, claims })
      const body = decided(apart ? whole(own, judgement.told) : own, plan, house.desks)
      return { type: 'gate.decided', subject: id, clause: 'I3', body, project, supplier }
    }),
  ]
}

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
