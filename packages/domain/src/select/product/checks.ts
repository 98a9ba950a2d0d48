import { claims } from './checks/claims.ts'
import { allowed, fits, sure } from './checks/class.ts'
import { certificates, complete, labels, saleAllowed } from './checks/law.ts'
import { ownWords } from './checks/own-words.ts'
import { role, sealed } from './checks/sample-and-role.ts'
import { signals } from './checks/signals.ts'

/** The checks of the product gate, in the order their findings are told (I3–I5, G2, P1). */
export const productChecks = [
  sure,
  allowed,
  fits,
  saleAllowed,
  certificates,
  labels,
  complete,
  claims,
  ownWords,
  signals,
  sealed,
  role,
]
