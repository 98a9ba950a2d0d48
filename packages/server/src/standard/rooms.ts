import { clauses } from './clauses.ts'
import { lawQueries } from './law.ts'
import { listQueries } from './lists.ts'

export const standardQueries = [clauses, ...lawQueries, ...listQueries]
