import type { Command } from 'commander'
import { checkIdCommand } from './commands/check-id.ts'
import { claimsCommand } from './commands/claims.ts'
import { rulesCommand } from './commands/rules.ts'
import { runCommand } from './commands/run.ts'
import { samplingCommand } from './commands/sampling.ts'
import { screenCommand } from './commands/screen.ts'
import { verifyCommand } from './commands/verify.ts'

/** Every command of `haixuan`, in the order help lists them. */
export const commands: readonly ((program: Command) => void)[] = [
  runCommand,
  verifyCommand,
  rulesCommand,
  claimsCommand,
  checkIdCommand,
  screenCommand,
  samplingCommand,
]
