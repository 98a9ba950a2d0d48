import { decide, receiveGoods } from './decide.ts'
import { open } from './open.ts'
import { erase } from './person.ts'
import { close, recordRecovery, refund } from './refund.ts'

export const caseCommands = [open, decide, receiveGoods, refund, recordRecovery, close, erase]
