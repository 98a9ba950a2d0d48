import { parseInstant } from '@haixuan/domain/kernel/day'
import type { Text } from '@haixuan/domain/kernel/errors'
import { signingKey } from '@haixuan/interchange/archive/keys'
import type { Command } from 'commander'
import { answer, note } from '../exit.ts'
import { headersByField, progressTo, withExamples } from '../options.ts'
import { type RunSummary, runProject } from '../run/run-project.ts'

type Options = {
  products?: string
  suppliers?: string
  out: string
  at?: string
  key?: string
  map?: Record<string, string>
  supplierMap?: Record<string, string>
  json?: boolean
}
const TOLD = 20

/** `haixuan run`: the main job, from a project file to lineup and archive. */
export function runCommand(program: Command): void {
  const command = program
    .command('run')
    .summary('carry out a project: from a list of products to a lineup, a report and an archive')
    .description(
      'Carry out a project: import the products, decide every gate for every market, propose the lineup, and write ' +
        'lineup.xlsx, products.csv, findings.csv, report.pdf and archive.zip into a folder, all or none. ' +
        'Products without evidence give a provisional lineup that says what is missing from whom.',
    )
    .argument('<project.yaml>', 'the project; it needs only theme, markets, date, language and slots')
    .option('--products <file>', 'list of products, CSV or XLSX, instead of files.products')
    .option('--suppliers <file>', 'suppliers, a CSV or XLSX list or YAML records, instead of files.suppliers')
    .option('--out <dir>', 'folder for the files', 'out')
    .option('--at <time>', 'the time to record, such as 2026-05-20T12:00:00Z; now when not given')
    .option('--key <file>', 'signing key; made once and kept in your configuration folder when not given')
    .option('--map <field=Header>', 'a column of the products by hand; may be repeated', headersByField('--map'))
    .option(
      '--supplier-map <field=Header>',
      'a column of the supplier list by hand; may be repeated',
      headersByField('--supplier-map'),
    )
    .option('--json', 'print JSON')
    .action(async (file: string, o: Options) => {
      const at = parseInstant(o.at ?? new Date().toISOString(), '--at')
      let warning: Text | undefined
      const keyOf = () => {
        const found = signingKey({ file: o.key })
        warning = found.warning
        return found.key
      }
      const given = o.key === undefined ? undefined : keyOf()
      const { progress, done } = progressTo(process.stderr)
      const { products, suppliers, supplierMap, out, map } = o
      const key = () => given ?? keyOf()
      const { summary, outcome, notes } = await runProject(file, {
        products,
        suppliers,
        supplierMap,
        out,
        at,
        key,
        map,
        progress,
      }).finally(done)
      if (warning) note(warning.en)
      for (const { place, field, what } of notes.slice(0, TOLD))
        note([place, field, what.en].filter(Boolean).join(': '))
      if (notes.length > TOLD) note(`and ${notes.length - TOLD} more notes of this kind`)
      answer(o.json, summary, () =>
        told(
          summary,
          outcome.lineup.conflicts.map((c) => c.text.en),
          out,
        ),
      )
    })
  withExamples(command, [
    ['haixuan run examples/germany-electronics/project.yaml --out out', 'a complete example project'],
    [
      'haixuan run project.yaml --products "供货表.xlsx" --suppliers suppliers.csv --map price="售价"',
      'your own lists; a column that was not found is named by hand',
    ],
    ['haixuan run project.yaml --at 2026-05-20T12:00:00Z --json', 'the same input, key and time: the same archive'],
  ]).addHelpText('after', PROJECT)
}

const PROJECT = `
The smallest project.yaml:
  theme: Kitchen evening
  markets: [de, gb]
  date: 2026-05-20
  language: en                 # of the report: zh or en
  slots: 24`

function* told(summary: RunSummary, conflicts: readonly string[], out: string): Iterable<string> {
  const { gates, findings, lineup, archive } = summary
  yield `${summary.rows} rows: ${summary.imported} imported, ${summary.rejected} rejected; ${summary.products} products of ${summary.suppliers} suppliers`
  yield `gates: ${gates.passed} passed, ${gates.conditional} provisional, ${gates.open} open; findings: ${findings.block} block, ${findings.warn} warn, ${findings.note} note`
  yield `lineup: ${lineup.filled} of ${lineup.slots} slots, ${lineup.released} released, ${lineup.provisional} provisional; objective ${lineup.objective}, bound ${lineup.bound}, gap ${(lineup.gap * 100).toFixed(2)} %`
  for (const conflict of conflicts) yield `  limit not kept: ${conflict}`
  yield `archive: ${archive.events} events, root ${archive.root}`
  yield `files in ${out}: lineup.xlsx, products.csv, findings.csv, report.pdf, archive.zip (${summary.seconds} s)`
  yield `verify with: haixuan verify ${archive.file}`
}
