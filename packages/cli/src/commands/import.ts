import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { importWordsOf } from '@haixuan/interchange/import/import-words'
import { loadStandard } from '@haixuan/interchange/standard/load'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { headersByField, oneOf, progressTo, withExamples } from '../options.ts'
import { expectWritable, writeTogether } from '../run/out-folder.ts'
import { type ReadList, type RowFault, readList } from '../run/read-list.ts'
import { configWith, type SettingOptions, withData } from '../settings.ts'

type Options = SettingOptions & {
  out?: string
  map?: Record<string, string>
  currency?: string
  sheet?: string
  project?: string
  organisation?: string
  channel?: string
  seller?: string
  prices?: string
  json?: boolean
}
/** What is of use for a project alone. */
const OF_A_PROJECT = ['organisation', 'channel', 'seller', 'prices', 'data'] as const
const TOLD = 20

/** `haixuan import`: reads a list of products and says of every row what became of it, or takes it into a project. */
export function importCommand(program: Command): void {
  const command = program
    .command('import')
    .summary('read a list of products and tell what was found in it, or import it into a project')
    .description(
      'Read a list of products, CSV or XLSX, of any shop or platform: which column was taken for what and how sure ' +
        'that is, which currency prices are in, and which rows were imported or rejected and why. ' +
        'Nothing is decided and, without --out, nothing written. With --project its rows become candidates of a project ' +
        'and are decided, as by the web: whether the server works or not. It asks nobody; the log tells that it was done here.',
    )
    .argument('<list>', 'CSV or XLSX; encoding, delimiter and header are found')
    .option('--out <file>', 'write the listings as JSON lines')
    .option('--map <field=Header>', 'take a column for a field by hand; may be repeated', headersByField('--map'))
    .option('--currency <code>', 'currency of prices that nothing else tells, such as EUR')
    .option('--sheet <name>', 'sheet of a workbook; the first with rows when not given')
    .option('--project <id>', 'import the list into this project')
    .option('--organisation <id>', 'with --project: whose project; the only one when not given')
    .option('--channel <id>', 'with --project: the sourcing channel of the plan that the products came by')
    .option('--seller <name>', 'with --project: whose list it is, for rows that name no seller')
    .option('--prices <keep|take>', 'with --project: whether products that are candidates already take the prices')
  withData(command)
    .option('--json', 'print JSON')
    .action(async (file: string, o: Options) => {
      const standard = loadStandard()
      const currency =
        o.currency === undefined
          ? undefined
          : oneOf(o.currency.toUpperCase(), standard.currencies.codes, '--currency', 'currency')
      if (o.project !== undefined) return intoProject(file, { ...o, project: o.project, currency })
      for (const name of OF_A_PROJECT)
        if (o[name] !== undefined) throw new BadInput(toOperator('goes with --project'), { field: `--${name}` })
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
    ['haixuan import products.csv --project rain --currency SGD', 'into a project of the server of this folder'],
    ['haixuan import products.csv --out listings.jsonl --json', 'the listings for a program'],
  ])
}

/** Has a list imported into a project of a server's data. */
async function intoProject(
  file: string,
  o: Omit<Options, 'currency'> & { readonly project: string; readonly currency: string | undefined },
): Promise<void> {
  if (o.out !== undefined) throw new BadInput(toOperator('goes without --project'), { field: '--out' })
  const prices = oneOf(o.prices ?? 'keep', ['keep', 'take'], '--prices')
  const { importList } = await import('@haixuan/server/operate/import-list')
  const { map, sheet, currency, channel, seller, project, organisation } = o
  const input = { map, sheet, currency, channel, seller, prices }
  const { progress, done } = progressTo(process.stderr)
  const told = (rows: number, of: number | null) => progress(of === null ? `${rows} rows` : `${rows} of ${of} rows`)
  const found = await importList(configWith(o), { file, project, organisation, input }, told).finally(done)
  answer(o.json, found, () => [
    `${found.rows} rows: ${found.added} added to ${project}, ${found.present} there already, ${found.rejected} rejected`,
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
