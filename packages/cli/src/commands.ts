import type { Command } from 'commander'
import { checkIdCommand } from './commands/check-id.ts'
import { claimsCommand } from './commands/claims.ts'
import { rulesCommand } from './commands/rules.ts'
import { samplingCommand } from './commands/sampling.ts'
import { screenCommand } from './commands/screen.ts'

/** Every command of `haixuan`, in the order help lists them. */
export const commands: readonly ((program: Command) => void)[] = [
  rulesCommand,
  claimsCommand,
  checkIdCommand,
  screenCommand,
  samplingCommand,
]
