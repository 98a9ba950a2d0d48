import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { type ImportReport, importListings } from '@haixuan/interchange/import/import-listings'
import { importWordsOf } from '@haixuan/interchange/import/import-words'
import { loadStandard } from '@haixuan/interchange/standard/load'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { mapOf, progressTo } from '../options.ts'

type Options = { out?: string; map?: string[]; currency?: string; sheet?: string; json?: boolean }
const TOLD = 20

/** `haixuan import`: reads a list of products and says of every row what became of it; nothing is decided. */
export function importCommand(program: Command): void {
  program
    .command('import')
    .description(
      'read a list of products, CSV or XLSX: which columns were found, which rows were imported or rejected and why',
    )
    .argument('<list>', 'CSV or XLSX')
    .option('--out <file>', 'write the listings as JSON lines')
    .option('--map <field=Header...>', 'columns by hand')
    .option('--currency <code>', 'currency of prices that nothing else tells')
    .option('--sheet <name>', 'sheet of a workbook')
    .option('--json', 'print JSON')
    .action(async (file: string, o: Options) => {
      const progress = progressTo(process.stderr)
      const options = { words: importWordsOf(loadStandard()), map: mapOf(o.map), currency: o.currency, sheet: o.sheet }
      const out = o.out === undefined ? undefined : createWriteStream(o.out)
      const rejected: object[] = []
      const warnings: object[] = []
      let report: ImportReport | undefined
      let read = 0
      for await (const e of importListings(file, options)) {
        if (e.kind === 'report') report = e.report
        else if (e.kind === 'rejected') rejected.push({ row: e.row, field: e.field, reason: e.reason })
        else if (e.kind === 'warning') {
          if (warnings.length < 1000) warnings.push({ row: e.row, field: e.field, reason: e.reason })
        } else {
          read += 1
          if (read % 5000 === 0) progress(`${read} rows`)
          if (out && !out.write(`${JSON.stringify(e.listing)}\n`)) await once(out, 'drain')
        }
      }
      if (out) {
        out.end()
        await once(out, 'finish')
      }
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
      answer(o.json, { ...report, rejections: rejected, warned: warnings }, function* () {
        if (!report) return
        for (const c of report.columns) yield `${c.field.padEnd(16)} ← ${c.header} (${c.score.toFixed(2)})`
        if (report.unused.length > 0) yield `not used: ${report.unused.join(', ')}`
        for (const n of report.notes) yield `note: ${n.en} / ${n.zh}`
        for (const r of rejected.slice(0, TOLD)) yield `rejected: ${JSON.stringify(r)}`
        yield `${report.rows} rows: ${report.imported} imported, ${report.rejected} rejected, ${report.warnings} warnings, ${report.duplicates} duplicates`
      })
    })
}
