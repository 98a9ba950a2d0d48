import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { buildIndex, type Hit, screen } from '@haixuan/domain/select/supplier/screening'
import { readLists } from '@haixuan/interchange/lists/list-files'
import { readNames } from '@haixuan/interchange/lists/names-file'
import { loadStandard } from '@haixuan/interchange/standard/load'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { withExamples } from '../options.ts'

const shown = (hit: Hit) => ({
  list: hit.entry.list,
  id: hit.entry.id,
  name: hit.name,
  'main-name': hit.entry.names[0],
  ...(hit.entry.kind ? { kind: hit.entry.kind } : {}),
  ...(hit.entry.programme ? { programme: hit.entry.programme } : {}),
  score: hit.score,
  words: hit.words,
})

/** One word of a hit that is not the same on both sides, with how it is alike. */
const unlike = ({ screened, listed, how }: Hit['words'][number]) => `; ${screened || '–'} ~ ${listed || '–'} by ${how}`

/** `haixuan screen`: names against sanctions lists, each hit explained word by word. */
export function screenCommand(program: Command): void {
  const command = program
    .command('screen')
    .summary('screen names against sanctions lists, each hit explained')
    .description(
      'Screen names against sanctions lists as their publishers give them: the SDN.CSV and ALT.CSV of OFAC and the ' +
        'consolidated XML of the United Nations. Word order, spelling and script may differ; each hit says word by word ' +
        'why it scores. A hit is a question for a person, not an answer. Exit 1 when there are hits.',
    )
    .argument('<names.csv>', 'a file of names: a column called name, or one name a line')
    .requiredOption('--list <files...>', 'one or more list files')
    .option('--threshold <score>', 'least score told, 0–1')
    .option('--json', 'print JSON')
    .action(async (file: string, options: { list: string[]; threshold?: string; json?: boolean }) => {
      const threshold = options.threshold === undefined ? undefined : Number(options.threshold)
      if (threshold !== undefined && !(threshold >= 0 && threshold <= 1))
        throw new BadInput(toOperator(`"${options.threshold}" is not a score between 0 and 1`), {
          field: '--threshold',
        })
      const lists = await readLists(options.list)
      const index = buildIndex(lists.entries, loadStandard().screening)
      const found: { row: number; name: string; hits: ReturnType<typeof shown>[] }[] = []
      let names = 0
      for await (const { row, name } of readNames(file)) {
        names += 1
        const hits = screen(index, name, threshold === undefined ? {} : { threshold }).map(shown)
        if (hits.length > 0) found.push({ row, name, hits })
      }
      const told = { names, lists: lists.files, entries: lists.entries.length, hits: found }
      answer(options.json, told, function* () {
        for (const { row, name, hits } of found)
          for (const h of hits)
            yield `${row}: ${name} ~ ${h.name} (${h.list} ${h.id}, ${h.score.toFixed(4)}${h.words
              .filter(({ how }) => how !== 'same')
              .map(unlike)
              .join('')})`
        yield `${names} names against ${lists.entries.length} entries: ${found.length} with hits`
      })
      if (found.length > 0) process.exitCode = 1
    })
  withExamples(command, [
    ['haixuan screen suppliers.csv --list sdn.csv alt.csv consolidated.xml', 'all suppliers against three lists'],
    ['haixuan screen names.txt --list sdn.csv --threshold 0.95 --json', 'only the closest hits, for a program'],
  ])
}
