import type { Check } from '../gate/check.ts'
import { closureChecks } from '../improve/checks.ts'
import { planChecks } from '../plan/checks.ts'
import { offerChecks } from '../select/cooperation/offer-checks.ts'
import { productChecks } from '../select/product/checks.ts'
import { supplierChecks } from '../select/supplier/checks.ts'
import { onAirChecks } from '../supervise/checks.ts'

/** A check as people read of it. */
export type NamedCheck = Pick<Check<never>, 'id' | 'clause' | 'gate' | 'title'>

/** Every check that stands for a clause of the standard, in the order of the gates. */
export const allChecks: readonly NamedCheck[] = [
  ...planChecks,
  ...supplierChecks,
  ...productChecks,
  ...offerChecks,
  ...onAirChecks,
  ...closureChecks,
].map(({ id, clause, gate, title }) => ({ id, clause, gate, title }))
