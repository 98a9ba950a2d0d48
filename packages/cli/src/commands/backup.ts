import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { progressTo, withExamples } from '../options.ts'
import { configWith, type SettingOptions, withData } from '../settings.ts'

/** `haixuan backup`: everything of a server as of one moment, while it works. */
export function backupCommand(program: Command): void {
  const command = withData(program.command('backup'))
    .summary('write all records and files into a folder, while the server works')
    .description(
      'Write the database as of one moment, and every file, into an empty folder with a manifest of hashes. The server ' +
        'may go on working. Without --with-keys the master key stays out: keep it elsewhere, nothing can be restored without it.',
    )
    .argument('<folder>', 'where the backup goes; must be empty or not there')
    .option('--with-keys', 'take the master key along: whoever has the backup then has everything')
    .option('--json', 'print JSON')
    .action(async (folder: string, o: SettingOptions & { withKeys?: boolean; json?: boolean }) => {
      const { backup } = await import('@haixuan/server/operate/backup/backup')
      const { progress, done } = progressTo(process.stderr)
      const taken = await backup(configWith(o), folder, { withKeys: o.withKeys === true, progress }).finally(done)
      const sum = (of: readonly { readonly bytes: number }[]) => of.reduce((total, { bytes }) => total + bytes, 0)
      const rows = taken.tables.reduce((total, t) => total + t.rows, 0)
      const short = {
        folder,
        made: taken.made,
        tables: taken.tables.length,
        rows,
        files: taken.files.length,
        bytes: sum(taken.tables) + sum(taken.files),
        logs: taken.logs,
        keys: taken.keys,
      }
      answer(o.json, short, function* () {
        yield `backup in ${folder}: ${rows} rows of ${short.tables} tables, ${short.files} files, ${short.bytes} bytes`
        for (const { org, size, root } of taken.logs) yield `log of ${org}: ${size} events, root ${root}`
        yield taken.keys ? 'with the master key: keep it safe' : 'without the master key: keep that elsewhere'
      })
    })
  withExamples(command, [
    ['haixuan backup /backups/monday', 'records and files'],
    [
      'haixuan backup /backups/monday --with-keys --data /srv/haixuan',
      'and the key, into a place as safe as the server',
    ],
  ])
}
