import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerOf, haixuan, type Run, testFolder } from './support/haixuan.ts'
import { PRODUCTS, projectYaml } from './support/project-files.ts'
import { workbook } from './support/workbooks.ts'

const folder = testFolder()
const project = folder.file('project.yaml', projectYaml())
const products = folder.file('products.csv', PRODUCTS)
const AT = '2026-05-01T08:00:00Z'
const FILES = ['archive.zip', 'findings.csv', 'lineup.xlsx', 'products.csv', 'report.pdf']

type Summary = {
  rows: number
  products: number
  suppliers: number
  archive: { file: string; events: number; root: string }
}
const out = (name: string) => path.join(folder.path, name)
const run = (name: string, ...more: string[]) =>
  answerOf<Summary>(['run', project, '--products', products, '--out', out(name), '--at', AT, ...more])
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('a project with nothing but a list', () => {
  let first: Run & { json: Summary }
  beforeAll(async () => {
    first = await run('first')
  })

  test('answers what it did, and writes its five files', () => {
    expect(first.code).toBe(0)
    expect(first.stderr).toBe('')
    const count = expect.any(Number)
    expect(first.json).toEqual({
      rows: 3,
      imported: 3,
      rejected: 0,
      products: 3,
      suppliers: 2,
      findings: { block: count, warn: count, note: count },
      gates: { passed: 0, conditional: count, open: count },
      lineup: { slots: 2, filled: 2, released: 0, provisional: 2, objective: count, bound: count, gap: count },
      archive: {
        file: path.join(out('first'), 'archive.zip'),
        events: count,
        root: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      seconds: count,
    })
    expect(readdirSync(out('first')).sort()).toEqual(FILES)
  })

  test('its archive verifies; with one byte changed the file that holds it is named', async () => {
    const { json, code } = await answerOf(['verify', first.json.archive.file])
    const { events, root } = first.json.archive
    expect(json).toMatchObject({ ok: true, events, root, key: expect.any(String), problems: [] })
    expect(code).toBe(0)

    const bytes = readFileSync(first.json.archive.file)
    const at = bytes.indexOf('Ceramic mug')
    bytes[at] = 'D'.charCodeAt(0)
    const changed = folder.file('changed.zip', bytes)
    const wrong = await answerOf<{ ok: boolean; problems: { where: string; code: string }[] }>(['verify', changed])
    expect(wrong.json.ok).toBe(false)
    expect(wrong.json.problems.map((p) => p.where).join()).toMatch(/events\.jsonl|evidence\//)
    expect(wrong.code).toBe(1)
  })

  test('its archive does not verify by the key of another', async () => {
    await answerOf(['run', project, '--products', products, '--out', out('other'), '--key', other()])
    const stranger = await answerOf<{ ok: boolean }>([
      'verify',
      first.json.archive.file,
      '--key',
      other(),
      '--no-replay',
    ])
    expect(stranger).toMatchObject({ code: 1, json: { ok: false } })
    const own = await answerOf<{ ok: boolean }>([
      'verify',
      path.join(out('other'), 'archive.zip'),
      '--key',
      other(),
      '--no-replay',
    ])
    expect(own).toMatchObject({ code: 0, json: { ok: true } })
  })

  test('again with the same key and time: the same archive, byte for byte, in the place of the first', async () => {
    const before = sha256(first.json.archive.file)
    writeFileSync(first.json.archive.file, 'an earlier archive')
    const again = await run('first')
    expect(again.json.archive).toEqual(first.json.archive)
    expect(sha256(again.json.archive.file)).toBe(before)
  })
})

/** An Ed25519 key of RFC 8410, section 10.3. */
const other = () =>
  folder.file(
    'other.pem',
    '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n',
  )

describe.concurrent('suppliers', () => {
  const rows = [
    ['供应商编号', '供应商名称', '国家', '供应商类型', '统一社会信用代码', '增值税号', '开户行', '银行账号', '户名'],
    [
      'S1',
      'Muster GmbH',
      '德国',
      '贸易商',
      '',
      'DE 136,695 976',
      'Musterbank',
      'DE89370400440532013000',
      'Muster GmbH',
    ],
    [
      'S2',
      'Beispiel Keramik',
      '中国',
      '生产厂家',
      '91350100M000100Y43',
      '',
      '示例银行',
      '6222000000000000',
      'Beispiel Keramik',
    ],
    ['S3', '', '中国', '', '', '', '', '', ''],
  ]
  const csv = folder.file(
    'suppliers.csv',
    rows.map((row) => row.map((c) => (c.includes(',') ? `"${c}"` : c)).join(',')).join('\n'),
  )
  const yaml = folder.file(
    'suppliers.yaml',
    `suppliers:
  - id: S1
    name: Muster GmbH
    country: DE
    kind: trader
    numbers: [{ country: de, kind: vat, number: "DE 136,695 976" }]
    bank-accounts: [{ holder: Muster GmbH, bank: Musterbank, account: DE89370400440532013000, country: DE, recorded-at: 2026-05-01 }]
  - id: S2
    name: Beispiel Keramik
    country: CN
    kind: manufacturer
    numbers: [{ country: cn, kind: uscc, number: 91350100M000100Y43 }]
    bank-accounts: [{ holder: Beispiel Keramik, bank: 示例银行, account: "****0000", country: CN, recorded-at: 2026-05-01 }]
`,
  )

  test('a CSV list, a workbook and YAML records of the same suppliers give the same archive', async () => {
    const xlsx = await workbook(out('suppliers.xlsx'), rows)
    const [a, b, c] = await Promise.all([
      run('by-csv', '--suppliers', csv),
      run('by-xlsx', '--suppliers', xlsx),
      run('by-yaml', '--suppliers', yaml),
    ])
    expect(a.json.suppliers).toBe(2)
    expect(b.json.archive.root).toBe(a.json.archive.root)
    expect(c.json.archive.root).toBe(a.json.archive.root)
    expect(a.stderr).toBe(`haixuan: note: ${csv}, row 3: name: has no supplier name; add one; the row is left out\n`)
    expect(c.stderr).toBe('')
  })

  test('a column of the list is named by hand', async () => {
    const odd = folder.file('odd.csv', 'x,y,z\nS1,Muster GmbH,DE\n')
    const maps = ['code=x', 'name=y', 'country=z'].flatMap((pair) => ['--supplier-map', pair])
    const { json, stderr } = await run('by-map', '--suppliers', odd, ...maps)
    expect(json.suppliers).toBe(2)
    expect(stderr).toMatch(/^haixuan: note: \S+odd\.csv, row 1: kind: has no kind; read as trader/)
  })

  test.each([
    ['2026-05-20', false],
    ['2026-05-19', true],
  ])('a licence that expires on %s, stream on 2026-05-20: lapsed %s', async (expires, lapsed) => {
    const file = folder.file(
      `licence-${expires}.yaml`,
      `suppliers:\n  - { id: S1, name: Muster GmbH, country: DE, kind: trader, documents: [{ type: de-handelsregister, expires: ${expires} }] }\n`,
    )
    await run(`licence-${expires}`, '--suppliers', file)
    const findings = readFileSync(path.join(out(`licence-${expires}`), 'findings.csv'), 'utf8').split('\n')
    const wrong = findings.filter((line) => /^supplier,S1,.*,supplier\.documents\.valid,,block,wrong,/.test(line))
    expect(wrong.length > 0).toBe(lapsed)
  })

  test('a record of a product that is not on the list is told', async () => {
    const held = folder.file(
      'held.yaml',
      projectYaml('holds: [{ product: A9, reason: recall, by: x, from: 2026-05-01 }]\n'),
    )
    const { code, stderr } = await haixuan(['run', held, '--products', products, '--out', out('held')])
    expect(stderr).toBe(
      'haixuan: note: holds: product: "A9" is no product of the list, by SKU, GTIN, URL or row:N; not used\n',
    )
    expect(code).toBe(0)
  })
})
