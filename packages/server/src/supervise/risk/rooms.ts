import { acknowledge, alerts, closeAlert } from './alerts.ts'
import { closeRecall, recall } from './recall.ts'
import { recallGet, recalls } from './recalls.ts'
import { register } from './register.ts'
import { tighten } from './thresholds.ts'

export const riskCommands = [tighten, acknowledge, closeAlert, recall, closeRecall]
export const riskQueries = [register, alerts, recalls, recallGet]
