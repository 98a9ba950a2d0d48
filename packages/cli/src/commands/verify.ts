import { pinnedKey } from '@haixuan/interchange/archive/keys'
import { replayDecisions } from '@haixuan/interchange/verify/replay-decisions'
import { verifyArchive } from '@haixuan/interchange/verify/verify-archive'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { withExamples } from '../options.ts'

/** `haixuan verify`: an archive proves itself, or every change in it is named. */
export function verifyCommand(program: Command): void {
  const command = program
    .command('verify')
    .summary('verify an archive offline: signature, files, events, and every decision run again')
    .description(
      'Verify an archive offline: its signature, every file and event, and every decision, which is run again from the ' +
        "archive's own facts and rules. All that was changed, left out, added or moved is named; exit 1 then. " +
        'To know who made it, give the public key that you had from them.',
    )
    .argument('<archive.zip>', 'the archive')
    .option('--key <file>', 'public key to trust (public-key.txt, name+hash+key, or PEM)')
    .option('--no-replay', 'do not run the decisions again')
    .option('--json', 'print JSON')
    .action(async (file: string, options: { key?: string; replay: boolean; json?: boolean }) => {
      const verdict = await verifyArchive(file, {
        ...(options.key === undefined ? {} : { publicKey: pinnedKey(options.key) }),
        ...(options.replay ? { replay: await replayDecisions() } : {}),
      })
      answer(options.json, verdict, function* () {
        for (const p of verdict.problems) yield `${p.where}: ${p.what.zh} / ${p.what.en} [${p.code}]`
        if (verdict.withheld > 0)
          yield `${verdict.withheld} decisions were not run again: facts they stand on are withheld`
        if (verdict.partOf)
          yield `a part of the log ${verdict.partOf.origin}: ${verdict.partOf.size} events, root ${verdict.partOf.root}`
        yield verdict.ok
          ? `verified: ${verdict.events} events, root ${verdict.root}, key ${verdict.key}`
          : `NOT VERIFIED: ${verdict.problems.length} problems`
      })
      if (!verdict.ok) process.exitCode = 1
    })
  withExamples(command, [
    ['haixuan verify out/archive.zip', 'whether an archive is whole'],
    ['haixuan verify out/archive.zip --key public-key.txt --json', 'and whether it is from whom it should be'],
  ])
}
