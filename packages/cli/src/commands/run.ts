import { parseInstant } from '@haixuan/domain/kernel/day'
import { signingKey } from '@haixuan/interchange/archive/keys'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { mapOf, progressTo } from '../options.ts'
import { runProject } from '../run/run-project.ts'

type Options = {
  products?: string
  suppliers?: string
  out: string
  at?: string
  key?: string
  map?: string[]
  json?: boolean
}

/** `haixuan run`: the main job, from a project file to lineup and archive. */
export function runCommand(program: Command): void {
  program
    .command('run')
    .description('carry out a project: import, decide every gate, propose the lineup, write report and archive')
    .argument('<project.yaml>', 'needs only theme, markets, date, language and slots')
    .option('--products <file>', 'list of products, CSV or XLSX')
    .option('--suppliers <file>', 'suppliers, YAML')
    .option('--out <dir>', 'folder for the files', 'out')
    .option('--at <time>', 'the time to record, such as 2026-05-20T12:00:00Z; now when not given')
    .option('--key <file>', 'signing key; made once and kept in the configuration folder when not given')
    .option('--map <field=Header...>', 'columns by hand')
    .option('--json', 'print JSON')
    .action(async (file: string, o: Options) => {
      const at = parseInstant(o.at ?? new Date().toISOString(), '--at')
      const found = signingKey({ file: o.key })
      if (found.warning) process.stderr.write(`${found.warning.en}\n`)
      const progress = progressTo(process.stderr)
      const { summary, outcome } = await runProject(file, {
        products: o.products,
        suppliers: o.suppliers,
        out: o.out,
        at,
        key: found.key,
        map: mapOf(o.map),
        progress,
      })
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
      answer(o.json, summary, function* () {
        const { gates, findings, lineup } = summary
        yield `${summary.rows} rows: ${summary.imported} imported, ${summary.rejected} rejected; ${summary.products} products of ${summary.suppliers} suppliers`
        yield `gates: ${gates.passed} passed, ${gates.conditional} provisional, ${gates.open} open; findings: ${findings.block} block, ${findings.warn} warn, ${findings.note} note`
        yield `lineup: ${lineup.filled} of ${lineup.slots} slots, ${lineup.released} released, ${lineup.provisional} provisional; objective ${lineup.objective}, bound ${lineup.bound}, gap ${(lineup.gap * 100).toFixed(2)} %`
        for (const c of outcome.lineup.conflicts) yield `  limit not kept: ${c.text.en}`
        yield `archive: ${summary.archive.events} events, root ${summary.archive.root}`
        yield `files in ${o.out}: lineup.xlsx, products.csv, findings.csv, report.pdf, archive.zip (${summary.seconds} s)`
        yield `verify with: haixuan verify ${summary.archive.file}`
      })
    })
}
