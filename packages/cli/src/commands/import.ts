import path from 'node:path'
import { importWordsOf } from '@haixuan/interchange/import/import-words'
import { loadStandard } from '@haixuan/interchange/standard/load'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { headersByField, oneOf, progressTo, withExamples } from '../options.ts'
import { expectWritable, writeTogether } from '../run/out-folder.ts'
import { type ReadList, type RowFault, readList } from '../run/read-list.ts'

type Options = { out?: string; map?: Record<string, string>; currency?: string; sheet?: string; json?: boolean }
const TOLD = 20

/** `haixuan import`: reads a list of products and says of every row what became of it; nothing is decided. */
export function importCommand(program: Command): void {
  const command = program
    .command('import')
    .summary('read a list of products and tell what was found in it; nothing is decided')
    .description(
      'Read a list of products, CSV or XLSX, of any shop or platform: which column was taken for what and how sure ' +
        'that is, which currency prices are in, and which rows were imported or rejected and why. ' +
        'Nothing is decided and, without --out, nothing written.',
    )
    .argument('<list>', 'CSV or XLSX; encoding, delimiter and header are found')
    .option('--out <file>', 'write the listings as JSON lines')
    .option('--map <field=Header>', 'take a column for a field by hand; may be repeated', headersByField('--map'))
    .option('--currency <code>', 'currency of prices that nothing else tells, such as EUR')
    .option('--sheet <name>', 'sheet of a workbook; the first with rows when not given')
    .option('--json', 'print JSON')
    .action(async (file: string, o: Options) => {
      const standard = loadStandard()
      const currency =
        o.currency === undefined
          ? undefined
          : oneOf(o.currency.toUpperCase(), standard.currencies.codes, '--currency', 'currency')
      const options = { words: importWordsOf(standard), map: o.map, currency, sheet: o.sheet }
      const { progress, done } = progressTo(process.stderr)
      const found = await written(o.out, (to) => readList(file, options, to, progress)).finally(done)
      const { report, rejections, warned } = found
      answer(o.json, { ...report, rejections, warned }, () => told(found))
    })
  withExamples(command, [
    ['haixuan import products.csv', 'what a list holds'],
    [
      'haixuan import "供货表.xlsx" --sheet 报价 --map price="供货价" --map sku="货号" --currency CNY',
      'a sheet of a workbook, two columns and the currency by hand',
    ],
    ['haixuan import products.csv --out listings.jsonl --json', 'the listings for a program'],
  ])
}

/** Reads into a file beside others, which is there when the whole list was read and not before. */
async function written(out: string | undefined, read: (to: string | undefined) => Promise<ReadList>) {
  if (out === undefined) return read(undefined)
  const folder = path.dirname(out)
  const name = path.basename(out)
  expectWritable(folder, [name])
  let found: ReadList | undefined
  await writeTogether(folder, [name], async (to) => {
    found = await read(to(name))
  })
  return found as ReadList
}

function* told({ report, rejections, warned }: ReadList): Iterable<string> {
  const form = [
    report.format.toUpperCase(),
    report.encoding,
    report.delimiter && `delimiter ${JSON.stringify(report.delimiter)}`,
    report.sheet && `sheet "${report.sheet}"`,
    report.headerRow > 0 ? `header in row ${report.headerRow}` : 'no header',
  ]
  yield `${report.file}: ${form.filter(Boolean).join(', ')}`
  yield ''
  yield 'field             sure  column'
  for (const c of report.columns)
    yield `${c.field.padEnd(16)}  ${c.score.toFixed(2)}  ${c.header || `column ${c.index + 1}`} (${c.why.en})`
  if (report.unused.length > 0) yield `not used: ${report.unused.join(', ')}`
  const currencies = report.currencies.map(({ currency, rows, by }) => `${currency} in ${rows} rows by ${by}`)
  if (currencies.length > 0) yield `currency: ${currencies.join('; ')}`
  for (const n of report.notes) yield `note: ${n.en}`
  yield* faults('rejected', rejections, report.rejected)
  yield* faults('warned', warned, report.warnings)
  yield ''
  yield `${report.rows} rows: ${report.imported} imported, ${report.rejected} rejected; ${report.warnings} warnings, ${report.duplicates} duplicates`
}

function* faults(what: string, all: readonly RowFault[], total: number): Iterable<string> {
  if (all.length === 0) return
  yield ''
  for (const { row, field, reason } of all.slice(0, TOLD)) yield `${what}: row ${row}: ${field}: ${reason.en}`
  if (total > TOLD)
    yield `${what}: ${total - TOLD} more; --json ${total > all.length ? `lists the first ${all.length}` : 'lists them'}`
}
