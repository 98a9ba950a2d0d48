import { breaches } from './breach-list.ts'
import { appeal, decideAppeal, recordBreach } from './breaches.ts'
import { acknowledge, publish } from './publish.ts'
import { ruleQueries } from './queries.ts'

export const managementRuleCommands = [publish, acknowledge, recordBreach, appeal, decideAppeal]
export const managementRuleQueries = [...ruleQueries, breaches]
