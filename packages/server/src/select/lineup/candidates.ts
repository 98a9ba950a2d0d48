import { type JudgedBoard, judgeBoard } from '@haixuan/domain/select/lineup/board/judge-board'
import type { Seat } from '@haixuan/domain/select/lineup/board/put'
import { planStored, type StoredPlan } from '@haixuan/domain/select/lineup/board/stored-plan'
import type { Candidate } from '@haixuan/domain/select/lineup/candidate'
import type { LineupPlan } from '@haixuan/domain/select/lineup/fill-settings'
import type { RoleNames } from '@haixuan/domain/select/lineup/limit-name'
import { ownPoints, rolePoints } from '@haixuan/domain/select/lineup/points'
import { sql, type Transaction } from 'kysely'
import type { House } from '../../house.ts'
import type { Asked } from '../../platform/commands/command.ts'
import type { Tables } from '../../platform/database/tables.ts'

type Tx = Transaction<Tables>
type At = { readonly org: string; readonly project: string }
const AT_ONCE = 5_000

/** Keeps the candidates a lineup was proposed from in place of those before. */
export async function keepCandidates(
  { tx, actor }: Pick<Asked, 'tx' | 'actor'>,
  project: string,
  candidates: readonly Candidate[],
  plan: LineupPlan,
): Promise<void> {
  await tx.deleteFrom('lineup_candidate').where('org_id', '=', actor.org).where('project_id', '=', project).execute()
  for (let at = 0; at < candidates.length; at += AT_ONCE) {
    const rows = candidates.slice(at, at + AT_ONCE).map((c) => ({
      id: c.id,
      points: ownPoints(c, plan) + Math.max(0, ...c.roles.map((r) => rolePoints(r.score, plan))),
      body: c,
    }))
    await sql`
      insert into lineup_candidate (org_id, project_id, product_id, points, body)
      select ${actor.org}, ${project}, r.id, r.points, r.body
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, points integer, body jsonb)
    `.execute(tx)
  }
}

/** Candidates with their release as it stands now; the caller adds which ones. */
export const candidateRows = (tx: Tx, { org, project }: At) =>
  tx
    .selectFrom('lineup_candidate as c')
    .innerJoin('product as p', (on) =>
      on
        .onRef('p.org_id', '=', 'c.org_id')
        .onRef('p.project_id', '=', 'c.project_id')
        .onRef('p.id', '=', 'c.product_id'),
    )
    .select(['c.product_id as id', 'c.points', 'c.body', 'p.state', 'p.title'])
    .where('c.org_id', '=', org)
    .where('c.project_id', '=', project)

type CandidateRow = Awaited<ReturnType<ReturnType<typeof candidateRows>['execute']>>[number]

const BLOCKED = { zh: '关口未通过，不可入选', en: 'A gate is open: it may not stand' }

/** A candidate as its gates stand now: what turned since the proposal counts at once. */
export const candidateNow = ({ body, state }: CandidateRow): Candidate => ({
  ...body,
  released: state === 'passed',
  ...(state === 'open'
    ? { excluded: body.excluded ?? BLOCKED }
    : body.excluded === undefined
      ? {}
      : { excluded: body.excluded }),
})

/** The candidates of these ids. One query. */
export async function candidatesNamed(tx: Tx, at: At, ids: readonly string[]): Promise<Map<string, Candidate>> {
  if (ids.length === 0) return new Map()
  const rows = await candidateRows(tx, at)
    .where('c.product_id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, candidateNow(row)]))
}

export const roleNamesOf = ({ standard }: Pick<House, 'standard'>): RoleNames =>
  Object.fromEntries(standard.roles.roles.map((r) => [r.id, r.name])) as RoleNames

/** The slots of a stored lineup as they are arranged. */
export const seatsOf = (
  slots: readonly {
    readonly slot: number
    readonly product: string | null
    readonly role: Seat['role']
    readonly minutes?: number | undefined
    readonly locked: boolean
  }[],
): Seat[] =>
  slots.map(({ slot, product, role, minutes, locked }) => ({
    slot,
    product,
    role,
    locked,
    ...(minutes === undefined ? {} : { minutes }),
  }))

type Certified = { readonly bound: number; readonly certificate?: { readonly violations: number } }

/** What an arrangement is judged by: the plan it was proposed by with the locks of today, and the proven bound. */
export const boardRules = (
  house: Pick<House, 'standard'>,
  plan: StoredPlan,
  seats: readonly Seat[],
  { bound, certificate }: Certified,
) => ({
  plan: planStored(
    plan,
    seats.flatMap((s) => (s.locked && s.product !== null ? [{ slot: s.slot, product: s.product }] : [])),
  ),
  roles: roleNamesOf(house),
  certified: { bound, violations: certificate?.violations ?? 0 },
})

export const judge = (
  seats: readonly Seat[],
  candidates: ReadonlyMap<string, Candidate>,
  rules: ReturnType<typeof boardRules>,
): JudgedBoard => judgeBoard(seats, candidates, rules)
