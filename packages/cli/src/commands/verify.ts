import { pinnedKey } from '@haixuan/interchange/archive/keys'
import { verifyArchive } from '@haixuan/interchange/archive/verify-archive'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { replayDecisions } from '../run/replay-decisions.ts'

/** `haixuan verify`: an archive proves itself, or every change in it is named. */
export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description('verify an archive offline: signature, every file and event, and every decision run again')
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
        yield verdict.ok
          ? `verified: ${verdict.events} events, root ${verdict.root}, key ${verdict.key}`
          : `NOT VERIFIED: ${verdict.problems.length} problems`
      })
      if (!verdict.ok) process.exitCode = 1
    })
}
