import { lotCommands } from './lot-commands.ts'
import { lotQueries } from './lot-queries.ts'
import { nonconformityCommands } from './nonconformity-commands.ts'
import { nonconformityQueries } from './nonconformity-queries.ts'
import { planFor } from './sampling-plan.ts'
import { scorecards } from './scorecard/list.ts'
import { scorecard } from './scorecard/of-supplier.ts'
import { inspectionTermCommands } from './terms.ts'

export const qualityCommands = [...lotCommands, ...inspectionTermCommands, ...nonconformityCommands]
export const qualityQueries = [...lotQueries, planFor, ...nonconformityQueries, scorecard, scorecards]
