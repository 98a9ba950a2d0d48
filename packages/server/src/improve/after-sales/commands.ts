import { decide, receiveGoods } from './decide.ts'
import { open } from './open.ts'
import { erase } from './person.ts'
import { close, recordRecovery, refund, setRefundLimits } from './refund.ts'

export const caseCommands = [open, decide, receiveGoods, refund, recordRecovery, close, setRefundLimits, erase]
