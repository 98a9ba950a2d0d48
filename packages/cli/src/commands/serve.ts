import { settingLines } from '@haixuan/server/config'
import { keepYoungHeapSmall } from '@haixuan/server/start/young-heap'
import type { Command } from 'commander'
import { withExamples } from '../options.ts'
import { configWith, type SettingOptions, withData } from '../settings.ts'

type Options = SettingOptions & { demo?: boolean; json?: boolean }

/** `haixuan serve`: runs the server until it is told to stop. */
export function serveCommand(program: Command): void {
  const command = withData(program.command('serve'))
    .summary('run the server: people, records and the log in one place')
    .description(
      'Run the server, with the PostgreSQL that comes with it unless DATABASE_URL names one, until Ctrl-C or SIGTERM. ' +
        'One line on stdout says where it is; the log goes to stderr. Settings come from the environment.',
    )
    .option('--port <port>', 'port to listen on instead of HAIXUAN_PORT; 0 takes a free one')
    .option('--host <host>', 'where to listen instead of HAIXUAN_HOST')
    .option('--demo', 'load the example projects, once, and show a sign-in link of their owner')
    .option('--json', 'print the line as JSON: address and link')
    .action(async (o: Options) => {
      const config = configWith(o)
      keepYoungHeapSmall()
      const { main } = await import('@haixuan/server/main')
      process.exit(await main(config, { demo: o.demo === true, json: o.json === true }))
    })
  withExamples(command, [
    ['haixuan serve --demo', 'look around in the example projects'],
    ['HAIXUAN_OWNER=wang@example.com haixuan serve --data /srv/haixuan', 'a house of your own, with its owner'],
    ['DATABASE_URL=postgres://haixuan:secret@db/haixuan haixuan serve', 'on a PostgreSQL of your own'],
  ]).addHelpText(
    'after',
    () =>
      `\nSettings:\n${settingLines()
        .map((line) => `  ${line}`)
        .join('\n')}`,
  )
}
