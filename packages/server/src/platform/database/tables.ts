import type { ImproveTables } from './tables/improve.ts'
import type { PlanTables } from './tables/plan.ts'
import type { PlatformTables } from './tables/platform.ts'
import type { SelectTables } from './tables/select.ts'
import type { StandardTables } from './tables/standard.ts'
import type { SuperviseTables } from './tables/supervise.ts'

/** The tables of migrations/, by stage: instants are ISO strings in UTC, days YYYY-MM-DD, bigints numbers. */
export interface Tables
  extends PlanTables,
    SelectTables,
    SuperviseTables,
    ImproveTables,
    StandardTables,
    PlatformTables {}
