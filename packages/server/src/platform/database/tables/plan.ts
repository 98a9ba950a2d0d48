import type { GateState, Judged } from '@haixuan/domain/gate/gate'
import type { Gate } from '@haixuan/domain/gate/words'
import type { Project } from '@haixuan/domain/plan/project'
import type { TemplateTexts } from '@haixuan/domain/templates/template-schema'
import type { Generated, JSONColumnType } from 'kysely'
import type { Json, Json0, Record_ } from './columns.ts'

export interface PlanTables {
  project: Record_ & {
    id: string
    plan: Json<Project>
    name: string
    day: string
    state: Generated<GateState>
    gates: JSONColumnType<Partial<Record<Gate, GateState>>, string | undefined, string>
    findings: JSONColumnType<Judged[], string | undefined, string>
    closed_at: string | null
    rechecked_on: string | null
  }
  template: {
    org_id: string
    kind: string
    version: number
    texts: Json0<TemplateTexts>
    set_by: string
    set_at: string
  }
}
