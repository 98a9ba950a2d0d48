import type { Command } from 'commander'
import { rulesCommand } from './commands/rules.ts'
import { samplingCommand } from './commands/sampling.ts'

/** Every command of `haixuan`, in the order help lists them. */
export const commands: readonly ((program: Command) => void)[] = [rulesCommand, samplingCommand]
