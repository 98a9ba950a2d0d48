import { agree } from './agree.ts'
import { answer } from './answer/answer.ts'
import { supplierOffers } from './answer/supplier-offers.ts'
import { terms } from './answer/terms.ts'
import { approveDeviation, askDeviation } from './deviations.ts'
import { get } from './get.ts'
import { importedOrders } from './imported-orders.ts'
import { list } from './list.ts'
import { acknowledgeRestriction, verifyPayee } from './second-look.ts'
import { agreeSettlement, settle } from './settle.ts'
import { settlement, settlements } from './settlements.ts'
import { weigh } from './weigh.ts'
import { whatIf } from './what-if.ts'

export const cooperationCommands = [
  agree,
  answer,
  askDeviation,
  approveDeviation,
  verifyPayee,
  acknowledgeRestriction,
  settle,
  agreeSettlement,
]
export const cooperationQueries = [
  list,
  get,
  terms,
  supplierOffers,
  whatIf,
  weigh,
  settlements,
  settlement,
  importedOrders,
]
