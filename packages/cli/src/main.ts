import { Command, CommanderError } from 'commander'
import { addCommands } from './commands.ts'
import { exitCodeOf, tell } from './exit.ts'

const program = new Command('haixuan')
  .description(
    'Haixuan 海选: product selection for cross-border livestreams, gate by gate, with evidence anyone can verify.\n' +
      '跨境直播选品：逐关把关，证据可验证。',
  )
  .version('0.1.0', '-V, --version')
  .exitOverride()
  .configureOutput({ outputError: () => {} })
  .showHelpAfterError(false)
  .addHelpText(
    'after',
    `
Examples:
  $ haixuan run examples/germany-electronics/project.yaml --out out
  $ haixuan verify out/archive.zip
  $ haixuan rules --market us --as-of 2025-08-28 --class toys
  $ echo "全网最低价，三天美白" | haixuan claims --language zh
  $ haixuan check-id cn uscc 91350100M000100Y43
  $ haixuan sampling --lot 2000 --level II --aql 1.0

Every command has --json. Exit codes: 0 done; 1 findings, or verification failed; 2 bad input, told in one line.`,
  )

// a reader such as `head` that has seen enough is no fault
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  const [first, second] = process.argv.slice(2)
  await addCommands(program, first)
  if (first === undefined) program.help()
  if (first === 'help' && second !== undefined && !program.commands.some((c) => c.name() === second))
    throw new CommanderError(2, 'commander.unknownCommand', `unknown command '${second}'`)
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = 0
  // a command of commands alone has shown its help, and has nothing to add
  else if (error instanceof CommanderError && error.code === 'commander.help') process.exitCode = 2
  else {
    tell(error)
    process.exitCode = exitCodeOf(error)
  }
}
