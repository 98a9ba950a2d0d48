import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { progressTo, withExamples } from '../options.ts'
import { configWith, type SettingOptions, withData } from '../settings.ts'

/** `haixuan restore`: puts a backup into an empty place and checks the log. */
export function restoreCommand(program: Command): void {
  const command = withData(program.command('restore'))
    .summary('put a backup into an empty data folder, and check the log')
    .description(
      'Put a backup into a data folder that is empty, or a database that is with DATABASE_URL. Every part is compared ' +
        'with its hash before anything is written, and the log of every organisation is computed again afterwards; exit 1 ' +
        'when that does not hold. A backup of an older version is brought up to this one.',
    )
    .argument('<folder>', 'the backup')
    .option('--json', 'print JSON')
    .action(async (folder: string, o: SettingOptions & { json?: boolean }) => {
      const { restore } = await import('@haixuan/server/operate/backup/restore')
      const config = configWith(o)
      const { progress, done } = progressTo(process.stderr)
      const { manifest, faults } = await restore(config, folder, progress).finally(done)
      const rows = manifest.tables.reduce((total, t) => total + t.rows, 0)
      const short = {
        data: config.data,
        made: manifest.made,
        rows,
        files: manifest.files.length,
        logs: manifest.logs,
        faults,
      }
      answer(o.json, short, function* () {
        yield `restored the backup of ${manifest.made} into ${config.data}: ${rows} rows, ${short.files} files`
        for (const { org, code, where } of faults) yield `log of ${org}: ${where}: ${code}`
        yield faults.length === 0
          ? 'the log of every organisation holds'
          : `THE LOG DOES NOT HOLD: ${faults.length} faults`
      })
      if (faults.length > 0) process.exitCode = 1
    })
  withExamples(command, [
    ['haixuan restore /backups/monday --data /srv/haixuan', 'a backup with its key'],
    ['HAIXUAN_MASTER_KEY=… haixuan restore /backups/monday', 'one without, the key given by hand'],
  ])
}
