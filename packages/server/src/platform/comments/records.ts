import { sql } from 'kysely'
import { z } from 'zod'
import type { Asked } from '../commands/command.ts'
import { Problem } from '../http/problem.ts'
import { missing } from '../http/records.ts'

/** Where the records lie that people talk about; those of a project are found by it and their id. */
const TABLES = {
  project: { table: 'project', ofProject: false },
  /** a project has one lineup, and it goes by the project's id */
  lineup: { table: 'lineup', ofProject: false, id: 'project_id' },
  supplier: { table: 'supplier', ofProject: false },
  product: { table: 'product', ofProject: true },
  /** an offer goes by the id of its product, as addresses do */
  offer: { table: 'offer', ofProject: true, id: 'product_id' },
  case: { table: 'after_sales_case', ofProject: false },
  alert: { table: 'alert', ofProject: false },
  recall: { table: 'recall', ofProject: false },
  'management-rule': { table: 'management_rule', ofProject: false },
  breach: { table: 'rule_breach', ofProject: false },
  suggestion: { table: 'suggestion', ofProject: false },
  task: { table: 'task', ofProject: false },
} as const satisfies Record<string, { table: string; ofProject: boolean; id?: string }>
const RECORD_KINDS = Object.keys(TABLES) as [keyof typeof TABLES, ...(keyof typeof TABLES)[]]
export type RecordKind = keyof typeof TABLES

/** One record of any kind, as addresses of the workbench name it. */
export const recordAt = z.object({
  kind: z.enum(RECORD_KINDS),
  id: z.string().min(1).max(300),
  project: z.string().min(1).max(300).optional().describe('of a product or an offer'),
})
export type RecordAt = z.output<typeof recordAt>

/** Sees that the record is there, for whoever asks. @throws Problem */
export async function checkRecord({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, at: RecordAt): Promise<void> {
  const kind: { table: string; ofProject: boolean; id?: string } = TABLES[at.kind]
  const { table, ofProject, id = 'id' } = kind
  const inProject = ofProject ? sql`and project_id = ${at.project ?? ''}` : sql``
  const { rows } = await sql`
    select 1 from ${sql.table(table)} where org_id = ${actor.org} and ${sql.ref(id)} = ${at.id} ${inProject} limit 1`.execute(
    tx,
  )
  if (rows.length === 0) throw new Problem('not-found', { why: missing(at.kind, at.id) })
}

/** The project that is part of where a record lies; nothing for a record that lies outside projects. */
export const projectOf = (at: RecordAt): string => (TABLES[at.kind].ofProject ? (at.project ?? '') : '')
