import type { Status } from '@haixuan/server/operate/status'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { withExamples } from '../options.ts'
import { configWith, type SettingOptions, withData } from '../settings.ts'

/** `haixuan status`: how a server and its records stand. */
export function statusCommand(program: Command): void {
  const command = withData(program.command('status'))
    .summary('how the server and its records stand')
    .description(
      'Tell whether the server of a data folder is up and where, how much each organisation holds, and the newest ' +
        'signed checkpoint of its log. Works beside the server and without it.',
    )
    .option('--json', 'print JSON')
    .action(async (o: SettingOptions & { json?: boolean }) => {
      const { statusOf } = await import('@haixuan/server/operate/status')
      const status = await statusOf(configWith(o))
      answer(o.json, status, () => told(status))
    })
  withExamples(command, [
    ['haixuan status', 'the server of this folder'],
    ['haixuan status --data /srv/haixuan --json', 'another one, for a program'],
  ])
}

const MIB = 1024 * 1024
const inMib = (bytes: number) => `${(bytes / MIB).toFixed(1)} MiB`

function* told({ server, database, organisations }: Status): Iterable<string> {
  const state = server.up ? (server.ready ? 'up and ready' : 'up, not ready') : 'down'
  yield `server: ${state}${server.up ? `, ${server.address}, process ${server.process}, since ${server.since}` : ''}`
  yield `database: PostgreSQL ${database.version}${database.own ? ' that comes with Haixuan' : ''}, ${inMib(database.bytes)}`
  for (const o of organisations) {
    yield `${o.id} (${o.name}): ${o.members} members, ${o.projects} projects, ${o.suppliers} suppliers, ${o.products} products, ${o.files} files (${inMib(o.file_bytes)})`
    yield `  log: ${o.events} events, ${o.unsealed} to be sealed${o.checkpoint ? `; checkpoint of ${o.checkpoint.size} at ${o.checkpoint.at}, root ${o.checkpoint.root}` : ''}`
  }
}
