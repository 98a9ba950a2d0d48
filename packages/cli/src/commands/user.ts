import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { withExamples } from '../options.ts'
import { configWith, type SettingOptions, withData } from '../settings.ts'

type Shared = SettingOptions & { json?: boolean }
type Add = Shared & { name?: string; role: string[]; supplier?: string; organisation?: string }

/** `haixuan user add|link`: members and their sign-in links, for whoever runs the server. */
export function userCommand(program: Command): void {
  const command = withData(program.command('user'))
    .summary('add a member, or make a link that signs one in')
    .description(
      'Add a member to an organisation, or make a one-time link that signs a member in and lets them choose a password. ' +
        'For whoever runs the server: it asks nobody, and the log tells that it was done here.',
    )
    .option('--json', 'print JSON')
  command
    .command('add')
    .description('add a member; the link signs them in once, within half an hour')
    .argument('<email>', 'their address')
    .option('--name <name>', 'as the records will name them, for good; what stands before the @ when not given')
    .requiredOption('--role <role...>', 'one role or more: owner, selection, sourcing, quality, legal, …')
    .option('--supplier <id>', 'for the role supplier: whose account it is')
    .option('--organisation <id>', 'made when it is not there; the only one when not given')
    .action(async (email: string, _: unknown, own: Command) => {
      const o = own.optsWithGlobals<Add>()
      const config = configWith(o)
      const { attach } = await import('@haixuan/server/operate/attach')
      const { addressFor, addUser, linkFor } = await import('@haixuan/server/operate/users')
      const user = {
        email,
        name: o.name ?? email.split('@')[0]!,
        roles: o.role,
        supplier: o.supplier,
        organisation: o.organisation,
      }
      const done = await attach(config, async ({ db }) => ({
        ...(await addUser(db, user)),
        link: await linkFor(db, email, addressFor(config)),
      }))
      answer(o.json, done, function* () {
        yield done.added
          ? `${email} is a member of ${done.organisation}`
          : `${email} was a member of ${done.organisation} already`
        yield `sign in, once, within half an hour: ${done.link}`
      })
    })
  command
    .command('link')
    .description('make a link that signs a member in, once, within half an hour')
    .argument('<email>', 'their address')
    .action(async (email: string, _: unknown, own: Command) => {
      const o = own.optsWithGlobals<Shared>()
      const config = configWith(o)
      const { attach } = await import('@haixuan/server/operate/attach')
      const { addressFor, linkFor } = await import('@haixuan/server/operate/users')
      const link = await attach(config, ({ db }) => linkFor(db, email, addressFor(config)))
      answer(o.json, { link }, () => [link])
    })
  withExamples(command, [
    ['haixuan user add wang@example.com --role owner --organisation house', 'the first member of a new organisation'],
    ['haixuan user add zhou@example.com --name 周敏 --role selection legal', 'a member with two roles'],
    ['haixuan user add li@supplier.example --role supplier --supplier S-CN-QY', 'the account of a supplier'],
    ['haixuan user link zhou@example.com', 'someone who has lost their password'],
  ])
}
