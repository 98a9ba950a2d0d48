import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { withExamples } from '../options.ts'
import { configWith, type SettingOptions, withData } from '../settings.ts'

type Options = SettingOptions & { organisation?: string; json?: boolean }

/** `haixuan key rotate`: hands the log of an organisation over to a new signing key. */
export function keyCommand(program: Command): void {
  const command = withData(program.command('key'))
    .summary('hand the log over to a new signing key')
    .description(
      'Hand the log of an organisation over to a new signing key. The old key signs the event that names the new one, ' +
        'and its secret half is then destroyed; what it has signed goes on verifying. Works while the server runs.',
    )
    .option('--json', 'print JSON')
  command
    .command('rotate')
    .description('make a new key, have the old one vouch for it, and destroy the secret half of the old')
    .option('--organisation <id>', 'whose log; the only one when not given')
    .action(async (_: unknown, own: Command) => {
      const o = own.optsWithGlobals<Options>()
      const { rotateOn } = await import('@haixuan/server/operate/keys')
      const done = await rotateOn(configWith(o), o.organisation)
      answer(o.json, done, function* () {
        yield `the log of ${done.organisation} is signed from now on by: ${done.key}`
        yield 'tell it to those who verify your archives'
      })
    })
  withExamples(command, [
    ['haixuan key rotate --organisation demo', 'once a year, or when someone who knew it has left'],
  ])
}
