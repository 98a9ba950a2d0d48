import type { Command } from 'commander'
import { checkIdCommand } from './commands/check-id.ts'
import { claimsCommand } from './commands/claims.ts'
import { importCommand } from './commands/import.ts'
import { landedCostCommand } from './commands/landed-cost.ts'
import { refundCommand } from './commands/refund.ts'
import { rulesCommand } from './commands/rules.ts'
import { runCommand } from './commands/run.ts'
import { samplingCommand } from './commands/sampling.ts'
import { screenCommand } from './commands/screen.ts'
import { verifyCommand } from './commands/verify.ts'

/** Every command of `haixuan`, in the order help lists them. */
export const commands: readonly ((program: Command) => void)[] = [
  runCommand,
  verifyCommand,
  importCommand,
  claimsCommand,
  checkIdCommand,
  screenCommand,
  samplingCommand,
  landedCostCommand,
  refundCommand,
  rulesCommand,
]
