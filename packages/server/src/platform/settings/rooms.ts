import { limitQueries } from './limits/queries.ts'
import { setRefundLimits } from './limits/refund-limit.ts'
import { setRetentionYears } from './limits/retention-limit.ts'
import { setRiskThresholds } from './limits/risk-limit.ts'
import { changeOrganisation, organisationSettings } from './organisation.ts'
import { storage } from './storage.ts'

export const settings = {
  commands: [changeOrganisation, setRefundLimits, setRiskThresholds, setRetentionYears],
  queries: [organisationSettings, storage, ...limitQueries],
}
