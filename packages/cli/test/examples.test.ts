import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { memorySource } from '@haixuan/interchange/zip/source'
import { readDirectory } from '@haixuan/interchange/zip/zip-read'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const AT = '2026-10-20T08:00:00Z'
const A = 'southeast-asia-beauty-home'
const B = 'germany-electronics'
type Row = Readonly<Record<string, string>>
type Run = { readonly summary: Summary; readonly products: readonly Row[]; readonly findings: readonly Row[] }
type Summary = {
  readonly products: number
  readonly rejected: number
  readonly lineup: { readonly slots: number; readonly filled: number; readonly released: number }
}

const work = mkdtempSync(path.join(tmpdir(), 'haixuan-examples-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const out = (name: string) => path.join(work, name)
const key = out('key.pem')

/** Runs a script of the project as a user does, in a process of its own. */
const node = (script: string, ...args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((done) =>
    execFile(process.execPath, [path.join(root, script), ...args], { cwd: root }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    ),
  )
const haixuan = (...args: string[]) => node('packages/cli/bin/haixuan.mjs', ...args)

const rowsOf = (file: string): Row[] => parse(readFileSync(file), { bom: true, columns: true })

async function carryOut(project: string, folder: string): Promise<Run> {
  const file = path.join(root, 'examples', project)
  const { code, stdout, stderr } = await haixuan('run', file, '--out', out(folder), '--at', AT, '--key', key, '--json')
  expect(code, stderr).toBe(0)
  return {
    summary: JSON.parse(stdout),
    products: rowsOf(path.join(out(folder), 'products.csv')),
    findings: rowsOf(path.join(out(folder), 'findings.csv')),
  }
}

/** The closure gate as the archive's log tells it. */
function closureOf(folder: string): string {
  const bytes = readFileSync(path.join(out(folder), 'archive.zip'))
  const log = readDirectory(memorySource(bytes))!.find((e) => e.name === 'events.jsonl')!
  const events = bytes
    .toString('utf8', log.at, log.at! + log.size)
    .trim()
    .split('\n')
  return events.map((line) => JSON.parse(line)).findLast((e) => e.body.gates?.closure).body.gates.closure
}

let southeastAsia: Run
let germany: Run
let drafts: readonly Run[]
beforeAll(async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  ;[southeastAsia, germany] = await Promise.all([carryOut(`${A}/project.yaml`, A), carryOut(`${B}/project.yaml`, B)])
  drafts = await Promise.all([
    carryOut(`${A}/project-draft.yaml`, `${A}-draft`),
    carryOut(`${B}/project-draft.yaml`, `${B}-draft`),
  ])
}, 120_000)

it('stands as its generator writes it', async () => {
  const fresh = out('fresh')
  const { code, stderr } = await node('scripts/make-examples.mjs', fresh)
  expect(code, stderr).toBe(0)
  for (const example of [A, B]) {
    const kept = path.join(root, 'examples', example)
    const filesIn = (folder: string) =>
      (readdirSync(folder, { recursive: true, withFileTypes: true }) ?? [])
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .sort()
    const names = filesIn(path.join(fresh, example))
    expect(filesIn(kept), 'run `node scripts/make-examples.mjs`').toEqual(names)
    const differing = names.filter(
      (name) => !readFileSync(path.join(kept, name)).equals(readFileSync(path.join(fresh, example, name))),
    )
    expect(differing, 'run `node scripts/make-examples.mjs`').toEqual([])
  }
})

describe('carried out', () => {
  it('releases at least ten slots and fills all', () => {
    for (const [{ summary }, slots] of [
      [southeastAsia, 24],
      [germany, 16],
    ] as const) {
      expect(summary.lineup).toMatchObject({ slots, filled: slots })
      expect(summary.lineup.released).toBeGreaterThanOrEqual(10)
      expect(summary.rejected).toBe(1)
    }
  })

  it('counts a product that was entered twice once', () => {
    const ids = germany.products.map((p) => p.product)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(['plan', 'supplier', 'product', 'cooperation', 'on-air'])('shows the %s gate in every state', (gate) => {
    const all = [southeastAsia, germany, ...drafts].flatMap((run) => run.products.map((p) => p[`gate_${gate}`]))
    expect(new Set(all)).toEqual(new Set(['passed', 'conditional', 'open']))
  })

  it('shows the closure gate in every state', () => {
    expect([A, B, `${A}-draft`, `${B}-draft`].map(closureOf)).toEqual(['passed', 'conditional', 'conditional', 'open'])
  })

  it.each([
    [A, 'QY-109', 'product.certificate.covers', 'wrong'],
    [A, 'XL-115', 'product.certificate.covers', 'missing'],
    [A, 'XL-116', 'product.certificate.covers', 'wrong'],
    [A, 'RB-303', 'product.labels.shown', 'missing'],
    [A, 'ML-207', 'product.sample.sealed', 'missing'],
    [A, 'TR-806', 'product.matches-seal', 'wrong'],
    [A, 'ML-208', 'lot.accepted', 'wrong'],
    [A, 'HW-707', 'product.held', 'wrong'],
    [A, 'QY-107', 'script.claims.evidenced', 'wrong'],
    [A, 'RB-307', 'offer.recorded', 'missing'],
    [A, 'OFFER-RB-306', 'offer.price.above-floor', 'wrong'],
    [A, 'OFFER-HW-708', 'offer.contract.compliant', 'wrong'],
    [A, 'S-CN-DF', 'supplier.authorisation.chain', 'wrong'],
    [A, 'S-CN-DF', 'supplier.documents.valid', 'wrong'],
    [A, 'S-TH-KC', 'supplier.screening.clear', 'missing'],
    [A, 'S-TH-KC', 'supplier.bank.verified', 'missing'],
    [B, 'HM-56', 'product.facts.complete', 'missing'],
    [B, 'HM-54', 'product.labels.shown', 'missing'],
    [B, 'TV-18', 'product.claims.evidenced', 'wrong'],
    [B, 'OFFER-KH-32', 'offer.pricing.sound', 'wrong'],
    [B, 'OFFER-GW-62', 'offer.returns.lawful', 'wrong'],
    [B, 'OFFER-LF-26', 'offer.delivery.feasible', 'missing'],
    [B, 'S-PL-KW', 'supplier.identity.valid', 'wrong'],
  ])('%s: blocks %s by %s (%s)', (example, subject, check, state) => {
    const { findings } = example === A ? southeastAsia : germany
    const found = findings.filter((f) => f.subject === subject && f.check === check && f.severity === 'block')
    expect(found.map((f) => f.state)).toContain(state)
  })

  it('honours a waiver, and none that lapsed, that its asker granted, that nobody granted, or that the law rules out', () => {
    const waived = [...southeastAsia.findings, ...germany.findings].filter((f) => f.waived_until)
    expect(waived.map((f) => [f.subject, f.waived_until])).toEqual([
      ['OFFER-TG-906', '2026-07-01'],
      ['OFFER-KH-38', '2026-12-31'],
    ])
  })
})

describe('archive', () => {
  it.each([A, B])('%s: is the same, byte for byte, for the same input, key and time', async (example) => {
    await carryOut(`${example}/project.yaml`, `${example}-again`)
    const [once, twice] = [example, `${example}-again`].map((f) => readFileSync(path.join(out(f), 'archive.zip')))
    const partsOf = (bytes: Buffer) => readDirectory(memorySource(bytes))!.map((e) => `${e.name} ${e.crc32}`)
    expect(partsOf(twice!)).toEqual(partsOf(once!))
    expect(once!.equals(twice!)).toBe(true)
  })

  it.each([A, B])(
    '%s: verifies, every decision run again; with one byte changed it names the file',
    async (example) => {
      const file = path.join(out(example), 'archive.zip')
      const bytes = readFileSync(file)
      const evidence = readDirectory(memorySource(bytes))!.find((e) => e.name.startsWith('evidence/'))!
      bytes[evidence.at! + 3]! ^= 1
      const changed = out(`${example}-changed.zip`)
      writeFileSync(changed, bytes)
      const [sound, broken] = await Promise.all([
        haixuan('verify', file, '--json'),
        haixuan('verify', changed, '--no-replay', '--json'),
      ])
      expect(sound.code, sound.stdout).toBe(0)
      expect(broken.code).toBe(1)
      const problems: { where: string }[] = JSON.parse(broken.stdout).problems
      expect(problems.map((p) => p.where)).toContain(evidence.name)
    },
  )
})

it('writes lineup, tables, report and archive', () => {
  for (const example of [A, B]) {
    const begins = (name: string) => readFileSync(path.join(out(example), name)).toString('latin1', 0, 4)
    expect(begins('lineup.xlsx')).toBe('PK\u0003\u0004')
    expect(begins('archive.zip')).toBe('PK\u0003\u0004')
    expect(begins('report.pdf')).toBe('%PDF')
  }
  expect(Object.keys(germany.products[0]!)).toEqual(expect.arrayContaining(['product', 'class', 'gate', 'market_de']))
  expect(Object.keys(germany.findings[0]!)).toEqual(
    expect.arrayContaining(['subject', 'check', 'remedy', 'owner', 'due']),
  )
})
