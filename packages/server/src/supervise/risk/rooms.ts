import { acknowledge, alerts, closeAlert } from './alerts.ts'
import { closeRecall, holdEverywhere, recall } from './recall.ts'
import { holds, recallGet, recallPreview, recalls } from './recalls.ts'
import { register, riskSubjects } from './register.ts'

export const riskCommands = [acknowledge, closeAlert, holdEverywhere, recall, closeRecall]
export const riskQueries = [register, riskSubjects, alerts, holds, recallPreview, recalls, recallGet]
