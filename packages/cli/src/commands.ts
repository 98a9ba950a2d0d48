import type { Command } from 'commander'

type AddCommand = (program: Command) => void

/** Every command of `haixuan`, in the order help lists them; each is loaded when it is wanted, so that a short one is quick. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  run: async () => (await import('./commands/run.ts')).runCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  claims: async () => (await import('./commands/claims.ts')).claimsCommand,
  'check-id': async () => (await import('./commands/check-id.ts')).checkIdCommand,
  screen: async () => (await import('./commands/screen.ts')).screenCommand,
  sampling: async () => (await import('./commands/sampling.ts')).samplingCommand,
  'landed-cost': async () => (await import('./commands/landed-cost.ts')).landedCostCommand,
  refund: async () => (await import('./commands/refund.ts')).refundCommand,
  rules: async () => (await import('./commands/rules.ts')).rulesCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  status: async () => (await import('./commands/status.ts')).statusCommand,
  user: async () => (await import('./commands/user.ts')).userCommand,
  key: async () => (await import('./commands/key.ts')).keyCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
}

/** Adds the command of that name to the program, or all of them when there is none. */
export async function addCommands(program: Command, name?: string): Promise<void> {
  const wanted = name !== undefined && Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]!] : Object.values(COMMANDS)
  for (const add of await Promise.all(wanted.map((load) => load()))) add(program)
}
