import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { carryOut, type Outcome } from '@haixuan/domain/flow/carry-out'
import { makeDesk } from '@haixuan/domain/flow/desk'
import { countStates } from '@haixuan/domain/flow/flow-counts'
import type { Instant } from '@haixuan/domain/kernel/day'
import { BadInput, type Text } from '@haixuan/domain/kernel/errors'
import type { SigningKey } from '@haixuan/domain/kernel/signed-note'
import { formatVerifierKey } from '@haixuan/domain/kernel/signed-note'
import { loadSolver } from '@haixuan/domain/select/lineup/solve/linear'
import type { Listing } from '@haixuan/domain/select/product/listing'
import { writeArchive } from '@haixuan/interchange/archive/write-archive'
import { type ImportReport, importListings } from '@haixuan/interchange/import/import-listings'
import { importWordsOf } from '@haixuan/interchange/import/import-words'
import { checkEvidence, fileHash, readProject } from '@haixuan/interchange/project/read-project'
import { csvLines } from '@haixuan/interchange/report/table'
import { makeReport } from '@haixuan/interchange/report/write-report'
import { writeWorkbook } from '@haixuan/interchange/report/write-workbook'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { reportModel } from './report-of.ts'
import { findingsTable, lineupTable, productsTable } from './tables.ts'

export type RunOptions = {
  readonly products?: string | undefined
  readonly suppliers?: string | undefined
  readonly out: string
  readonly at: Instant
  readonly key: SigningKey
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

type Row = { readonly row: number; readonly field: string; readonly reason: Text }

/** Carries out a project file: imports, decides every gate, proposes the lineup, and writes its five files, all or none. @throws BadInput */
export async function runProject(
  file: string,
  options: RunOptions,
): Promise<{ summary: RunSummary; outcome: Outcome; report: ImportReport }> {
  const started = performance.now()
  const { progress } = options
  progress('reading the standard')
  const standard = loadStandard()
  const read = readProject(file, options, standard.markets)
  checkEvidence(read)
  const desk = makeDesk(standard, read.plan)

  const listings: Listing[] = []
  const rejected: Row[] = []
  const warnings: Row[] = []
  let report: ImportReport | undefined
  for await (const e of importListings(read.products, {
    words: importWordsOf(standard),
    currency: read.plan.currency,
    map: options.map,
  })) {
    if (e.kind === 'listing') listings.push(e.listing)
    else if (e.kind === 'rejected') rejected.push(e)
    else if (e.kind === 'warning') warnings.push(e)
    else report = e.report
    if (listings.length % 1000 === 0) progress(`importing: ${listings.length} products`)
  }
  if (!report) throw new BadInput('gave no report of its import', { place: read.products })

  progress(`deciding ${listings.length} products at every gate`)
  const imported = {
    file: path.basename(read.products),
    sha256: await fileHash(read.products),
    rows: report.rows,
    rejected: report.rejected,
  }
  const outcome = carryOut({ ...read, listings, imported }, desk, await loadSolver(), options.at, 'haixuan run')

  progress('writing files')
  const language = read.plan.language
  const work = workFolder(options.out)
  try {
    const at = (name: string) => path.join(work, name)
    writeFileSync(at('products.csv'), [...csvLines(productsTable(desk, language), outcome.products)].join(''))
    writeFileSync(at('findings.csv'), [...csvLines(findingsTable(language), allFindings(outcome))].join(''))
    await writeWorkbook(at('lineup.xlsx'), lineupTable(outcome, language))
    const archived = await writeArchive(at('archive.zip'), {
      events: outcome.events,
      evidence: [...read.evidence, { name: `import/${imported.file}`, path: read.products }],
      rules: standard,
      key: options.key,
      report: async (log) => {
        const pdf = await makeReport(
          reportModel({
            outcome,
            plan: read.plan,
            desk,
            report: report as ImportReport,
            at: options.at,
            log,
            key: formatVerifierKey(options.key),
          }),
        )
        writeFileSync(at('report.pdf'), pdf)
        return pdf
      },
    })
    mkdirSync(options.out, { recursive: true })
    for (const name of ['products.csv', 'findings.csv', 'lineup.xlsx', 'report.pdf', 'archive.zip'])
      renameSync(at(name), path.join(options.out, name))
    const findings = { block: 0, warn: 0, note: 0 }
    for (const { finding } of allFindings(outcome)) findings[finding.severity] += 1
    const { slots, filled, released, provisional, objective, bound, gap } = outcome.lineup
    const summary: RunSummary = {
      rows: report.rows,
      imported: report.imported,
      rejected: report.rejected,
      products: outcome.products.length,
      suppliers: outcome.suppliers.length,
      findings,
      gates: countStates(outcome.products.map((p) => p.overall)),
      lineup: { slots: slots.length, filled, released, provisional, objective, bound, gap },
      archive: { file: path.join(options.out, 'archive.zip'), events: archived.events, root: archived.root },
      seconds: Math.round(performance.now() - started) / 1000,
    }
    return { summary, outcome, report }
  } finally {
    rmSync(work, { recursive: true, force: true })
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

/** A folder inside the output folder for what is not whole yet, so that nothing half-written is left. */
function workFolder(out: string): string {
  const work = path.join(out, `.run-${process.pid}`)
  mkdirSync(work, { recursive: true })
  return work
}
