import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { carryOut, type Outcome } from '@haixuan/domain/flow/carry-out'
import { makeDesk } from '@haixuan/domain/flow/desk'
import { countStates } from '@haixuan/domain/flow/flow-counts'
import { dayOf, type Instant } from '@haixuan/domain/kernel/day'
import type { SigningKey } from '@haixuan/domain/kernel/log/signed-note'
import { formatVerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import { loadSolver } from '@haixuan/domain/select/lineup/solve/linear'
import { writeArchive } from '@haixuan/interchange/archive/write-archive'
import type { ImportReport } from '@haixuan/interchange/import/import-listings'
import { fileHash, type ProjectFiles, readProject } from '@haixuan/interchange/project/read-project'
import type { FileNote } from '@haixuan/interchange/project/read-suppliers'
import { csvLines } from '@haixuan/interchange/report/table'
import { makeReport } from '@haixuan/interchange/report/write-report'
import { writeWorkbook } from '@haixuan/interchange/report/write-workbook'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { inPlace } from '../in-place.ts'
import { importProducts } from './import-products.ts'
import { expectWritable, writeTogether } from './out-folder.ts'
import { reportModel } from './report-of.ts'
import { findingsTable, lineupTable, productsTable } from './tables.ts'
import { unmatchedRecords } from './unmatched.ts'

const FILES = ['products.csv', 'findings.csv', 'lineup.xlsx', 'report.pdf', 'archive.zip']

export type RunOptions = ProjectFiles & {
  readonly out: string
  readonly at: Instant
  /** asked for when everything else is ready */
  readonly key: () => SigningKey
  readonly map?: Readonly<Record<string, string>> | undefined
  readonly progress: (what: string) => void
}

export type RunSummary = {
  readonly rows: number
  readonly imported: number
  readonly rejected: number
  readonly products: number
  readonly suppliers: number
  readonly findings: { readonly block: number; readonly warn: number; readonly note: number }
  readonly gates: { readonly passed: number; readonly conditional: number; readonly open: number }
  readonly lineup: {
    readonly slots: number
    readonly filled: number
    readonly released: number
    readonly provisional: number
    readonly objective: number
    readonly bound: number
    readonly gap: number
  }
  readonly archive: { readonly file: string; readonly events: number; readonly root: string }
  readonly seconds: number
}

/** Carries out a project file: imports, decides every gate, proposes the lineup, and writes its five files, all or none. @throws BadInput */
export async function runProject(
  file: string,
  options: RunOptions,
): Promise<{ summary: RunSummary; outcome: Outcome; notes: readonly FileNote[] }> {
  const started = performance.now()
  const { progress, at, out } = options
  expectWritable(out, FILES)
  progress('reading the standard')
  const standard = loadStandard()
  const read = await readProject(file, options, standard, dayOf(at))
  const desk = makeDesk(standard, read.plan)
  const { listings, report } = await importProducts(read.products, {
    standard,
    currency: read.plan.currency,
    map: options.map,
    progress,
  })

  progress(`deciding ${listings.length} products at every gate`)
  const imported = {
    file: path.basename(read.products),
    sha256: await fileHash(read.products),
    rows: report.rows,
    rejected: report.rejected,
  }
  const solver = await loadSolver()
  const outcome = inPlace(file, () => carryOut({ ...read, listings, imported }, desk, solver, at, 'haixuan run'))
  const key = options.key()

  progress('writing files')
  const language = read.plan.language
  let archived = { events: 0, root: '' }
  await writeTogether(out, FILES, async (to) => {
    writeFileSync(to('products.csv'), [...csvLines(productsTable(desk, language), outcome.products)].join(''))
    writeFileSync(to('findings.csv'), [...csvLines(findingsTable(language), allFindings(outcome))].join(''))
    await writeWorkbook(to('lineup.xlsx'), lineupTable(outcome, language))
    archived = await writeArchive(to('archive.zip'), {
      events: outcome.events,
      evidence: [...read.evidence, { name: `import/${imported.file}`, path: read.products }],
      rules: standard,
      key,
      report: async (log) => {
        const about = { outcome, plan: read.plan, desk, report, at, log, key: formatVerifierKey(key) }
        const pdf = await makeReport(reportModel(about))
        writeFileSync(to('report.pdf'), pdf)
        return pdf
      },
    })
  })
  const summary = summaryOf(outcome, report, { ...archived, file: path.join(out, 'archive.zip') }, started)
  return { summary, outcome, notes: [...read.notes, ...unmatchedRecords(read, listings)] }
}

function summaryOf(
  outcome: Outcome,
  report: ImportReport,
  { file, events, root }: RunSummary['archive'],
  started: number,
): RunSummary {
  const findings = { block: 0, warn: 0, note: 0 }
  for (const { finding } of allFindings(outcome)) findings[finding.severity] += 1
  const { slots, filled, released, provisional, objective, bound, gap } = outcome.lineup
  return {
    rows: report.rows,
    imported: report.imported,
    rejected: report.rejected,
    products: outcome.products.length,
    suppliers: outcome.suppliers.length,
    findings,
    gates: countStates(outcome.products.map((p) => p.overall)),
    lineup: { slots: slots.length, filled, released, provisional, objective, bound, gap },
    archive: { file, events, root },
    seconds: Math.round(performance.now() - started) / 1000,
  }
}

/** Findings with the title of what they speak of, plan first, then suppliers, then products. */
export function* allFindings(outcome: Outcome) {
  for (const finding of outcome.planFindings) yield { finding, about: 'plan' as const, title: '' }
  for (const s of outcome.suppliers)
    for (const finding of s.findings) yield { finding, about: 'supplier' as const, title: s.group.name ?? '' }
  for (const p of outcome.products)
    for (const finding of p.findings) yield { finding, about: 'product' as const, title: p.product.listing.title }
}
