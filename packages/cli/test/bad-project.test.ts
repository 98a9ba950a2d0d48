import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { testFolder } from './support/haixuan.ts'
import { PRODUCTS, projectYaml } from './support/project-files.ts'
import { refused } from './support/refused.ts'

const folder = testFolder()
const good = folder.file('project.yaml', projectYaml())
const products = folder.file('products.csv', PRODUCTS)
const trader = 'country: DE, kind: trader'
let outs = 0

/** Runs a project that must be refused; the output folder must not come to be. */
async function run(project: string, ...more: string[]): Promise<string> {
  outs += 1
  const out = path.join(folder.path, `out-${outs}`)
  const { line } = await refused(['run', project, '--products', products, '--out', out, ...more])
  expect(existsSync(out)).toBe(false)
  return line.replaceAll(`${folder.path}/`, '')
}

describe.concurrent('a project file that cannot be used is refused with its line', () => {
  const bomb = ['name: &a [x, x, x, x, x, x, x, x]', 'audience: &b [*a, *a, *a, *a, *a, *a, *a, *a]', 'platform: [*b]']
  test.each<[string, string, string | RegExp]>([
    ['empty', '', 'p.yaml: the file is empty'],
    ['not YAML', 'theme: [a\n', /^p\.yaml:\d+: is not YAML/],
    ['an alias bomb', projectYaml(`${bomb.join('\n')}\n`), /^p\.yaml:7: aliases \(\*name\) are not accepted/],
    ['an unknown key', projectYaml('slotz: 3\n'), 'p.yaml:6: slotz: is not a key known here'],
    [
      'an unknown key of the lineup',
      projectYaml('lineup:\n  must-hav: [A1]\n'),
      /^p\.yaml:7: lineup\.must-hav: is not a key/,
    ],
    ['a key missing', projectYaml().replace('slots: 2\n', ''), 'p.yaml:1: slots: is missing'],
    [
      'an unknown market',
      projectYaml().replace('[de]', '[de, xx]'),
      /^p\.yaml:2: markets\[1\]: "xx" is not a market; known are .*\bus\b/,
    ],
    [
      'a day that is none',
      projectYaml().replace('2026-05-20', '2026-02-30'),
      /^p\.yaml:3: date: 2026-02-30 is not a day of the calendar/,
    ],
    [
      'a forbidden class misspelt',
      projectYaml('forbidden-classes: [tobaco]\n'),
      /^p\.yaml:6: forbidden-classes\[0\]: "tobaco" is not a product class; known are /,
    ],
    [
      'a looser qualification',
      projectYaml('qualification-tightening: { review-days: 900 }\n'),
      /^p\.yaml:6: qualification-tightening\.review-days: 900 days are looser .* a plan can only tighten$/,
    ],
    [
      'a must-have that is not on the list',
      projectYaml('lineup: { must-have: [Z9] }\n'),
      'p.yaml: lineup: there is no product "Z9" among the candidates',
    ],
    [
      'a time zone that is none',
      projectYaml('time-zone: Mars/One\n'),
      'p.yaml:6: time-zone: "Mars/One" is not a time zone; write it as Asia/Singapore',
    ],
    ['more than one document', `${projectYaml()}---\n${projectYaml()}`, /^p\.yaml: holds more than one document/],
  ])('%s', async (name, content, message) => {
    const file = folder.file(`${name.replaceAll(' ', '-')}.yaml`, content)
    const line = (await run(file)).replace(path.basename(file), 'p.yaml')
    if (typeof message === 'string') expect(line).toBe(message)
    else expect(line).toMatch(message)
  })
})

describe.concurrent('records beside the project are refused with their line', () => {
  test.each<[string, string, RegExp]>([
    [
      'two suppliers of one id',
      `  - { id: S1, name: A, ${trader} }\n  - { id: S1, name: B, ${trader} }`,
      /^s\.yaml:3: suppliers\[1\]\.id: "S1" stands twice; give each supplier one record$/,
    ],
    [
      'a country without numbers',
      `  - id: S1\n    name: A\n    country: DE\n    kind: trader\n    numbers:\n      - { country: zz, kind: foo, number: "1" }`,
      /^s\.yaml:7: suppliers\[0\]\.numbers\[0\]\.country: no numbers are known for "zz"/,
    ],
    [
      'a kind of number that is none',
      `  - id: S1\n    name: A\n    country: DE\n    kind: trader\n    documents:\n      - { type: business-licence, says: { numbers: [{ country: de, kind: zz, number: "1" }] } }`,
      /^s\.yaml:7: suppliers\[0\]\.documents\[0\]\.says\.numbers\[0\]\.kind: "zz" is not a kind of number of de; known are .*\bvat\b/,
    ],
    [
      'a document type that is none',
      `  - { id: S1, name: A, ${trader}, documents: [{ type: licence }] }`,
      /^s\.yaml:2: suppliers\[0\]\.documents\[0\]\.type: "licence" is not a type of document/,
    ],
    [
      'an inspection by no template',
      `  - { id: S1, name: A, ${trader}, inspections: [{ template: x, day: 2026-01-01, mode: remote, items: [] }] }`,
      /^s\.yaml:2: suppliers\[0\]\.inspections\[0\]\.template: "x" is not a template; known are factory, trader, remote$/,
    ],
    [
      'an inspected item of no template',
      `  - { id: S1, name: A, ${trader}, inspections: [{ template: remote, day: 2026-01-01, mode: remote, items: [{ id: x, score: 1 }] }] }`,
      /^s\.yaml:2: suppliers\[0\]\.inspections\[0\]\.items: "x" is not an item of template remote$/,
    ],
  ])('%s', async (name, content, message) => {
    const file = folder.file(`${name.replaceAll(' ', '-')}.yaml`, `suppliers:\n${content}\n`)
    expect((await run(good, '--suppliers', file)).replace(path.basename(file), 's.yaml')).toMatch(message)
  })

  test('two rows of a supplier list with one id', async () => {
    const file = folder.file('twice.csv', 'Supplier ID,Company name,Country\nS1,Muster GmbH,DE\nS1,Beispiel AG,DE\n')
    expect(await run(good, '--suppliers', file)).toBe(
      'twice.csv, row 2: id: "S1" stands twice; give each supplier one record',
    )
  })

  test('a supplier list without one supplier', async () => {
    const file = folder.file('nobody.csv', 'Company name,Country\nMuster GmbH,Atlantis\n')
    expect(await run(good, '--suppliers', file)).toMatch(/^nobody\.csv: no row is a supplier; row 1: country: /)
  })

  test('evidence that is not in its folder', async () => {
    mkdirSync(path.join(folder.path, 'evidence'))
    folder.file('evidence/licence.txt', 'a licence')
    const held = '{ type: business-licence, evidence: licence.txt }'
    const lost = '{ type: bank-account, evidence: letter.txt }'
    folder.file(
      'held.yaml',
      `suppliers:\n  - id: S1\n    name: A\n    ${trader.replace(', ', '\n    ')}\n    documents:\n      - ${held}\n      - ${lost}\n`,
    )
    const file = folder.file('with-evidence.yaml', projectYaml('files: { suppliers: held.yaml, evidence: evidence }\n'))
    expect(await run(file)).toBe(
      'held.yaml:8: suppliers[0].documents[1].evidence: "letter.txt" is not in the evidence folder; add the file or correct the name',
    )
  })
})

describe.concurrent('files and options that cannot be used', () => {
  const [folderHere, missing, below] = [
    path.join(folder.path, 'a-folder'),
    path.join(folder.path, 'none'),
    path.join(products, 'x.yaml'),
  ]
  mkdirSync(folderHere)
  const key = folder.file('not-a.key', 'no key\n')
  test.each<[string, string[], string | RegExp]>([
    ['a project file that is missing', [missing], 'none: there is no such file'],
    ['a folder for a project file', [folderHere], 'a-folder: is a folder, not a file'],
    ['a project file below a file', [below], 'products.csv/x.yaml: there is no such file'],
    ['a supplier file that is missing', [good, '--suppliers', missing], 'none: there is no such file'],
    ['a folder for a supplier file', [good, '--suppliers', folderHere], 'a-folder: is a folder, not a file'],
    [
      'a folder for a supplier list',
      [good, '--suppliers', path.join(missing, 's.csv')],
      'none/s.csv: there is no such file; check the name',
    ],
    [
      'a time that is none',
      [good, '--at', 'yesterday'],
      '--at: "yesterday" is not a time such as 2026-05-20T12:00:00Z',
    ],
    ['a key that is none', [good, '--key', key], /^not-a\.key: a signing key begins with PRIVATE\+KEY\+$/],
    ['a key that is missing', [good, '--key', missing], 'none: no such file'],
    [
      'a map that is none',
      [good, '--map', 'title'],
      '--map: "title" is not field=Header; write it as title="Product name"',
    ],
    [
      'a map to no column',
      [good, '--map', 'title=Name'],
      'products.csv: title: there is no column "Name"; the columns are Product name, Price, SKU, Seller',
    ],
    ['a map of no field', [good, '--map', 'titel=SKU'], /^products\.csv: "titel" is no field; the fields are title, /],
    [
      'a map of a field twice',
      [good, '--map', 'title=SKU', '--map', 'title=Seller'],
      '--map: "title" is given twice; name one column a field',
    ],
  ])('%s', async (_, args, message) => {
    const line = await run(args[0]!, ...args.slice(1))
    if (typeof message === 'string') expect(line).toBe(message)
    else expect(line).toMatch(message)
  })

  test('an output folder that is a file, or lies below one', async () => {
    for (const out of [products, path.join(products, 'out')]) {
      const { line } = await refused(['run', good, '--products', products, '--out', out])
      expect(line).toBe(`${out}: --out: is or lies below a file, not a folder; name another folder`)
    }
    expect(readFileSync(products, 'utf8')).toBe(PRODUCTS)
  })

  test.skipIf(!existsSync('/proc/self'))('an output folder below one that makes none', async () => {
    const { line } = await refused(['run', good, '--products', products, '--out', '/proc/haixuan/out'])
    expect(line).toMatch(/^\/proc\/haixuan\/out: --out: cannot be made \(E[A-Z]+\); name another folder$/)
  })

  test('an output folder where a folder stands in the place of a file', async () => {
    const out = path.join(folder.path, 'taken')
    mkdirSync(path.join(out, 'report.pdf'), { recursive: true })
    const { line } = await refused(['run', good, '--products', products, '--out', out])
    expect(line).toBe(`${path.join(out, 'report.pdf')}: --out: is a folder where a file goes; move it away`)
    expect(readdirSync(out)).toEqual(['report.pdf'])
  })

  // root may write everywhere
  test.skipIf(process.getuid?.() === 0)('an output folder that may not be written', async () => {
    const locked = path.join(folder.path, 'locked')
    mkdirSync(locked, { mode: 0o500 })
    const { line } = await refused(['run', good, '--products', products, '--out', path.join(locked, 'out')])
    expect(line).toBe(`${locked}: --out: may not be written by this user; name another folder`)
  })

  test.skipIf(process.getuid?.() === 0)('a project file that may not be read', async () => {
    const locked = folder.file('locked.yaml', projectYaml())
    chmodSync(locked, 0)
    expect(await run(locked)).toMatch(/^locked\.yaml: no permission to read it/)
  })

  test('files of an earlier run stay as they were', async () => {
    const out = path.join(folder.path, 'earlier')
    mkdirSync(out)
    writeFileSync(path.join(out, 'archive.zip'), 'an earlier archive')
    const list = folder.file('no-titles.csv', 'Product name,Price\n,9 EUR\n,8 EUR\n')
    const { line } = await refused(['run', good, '--products', list, '--out', out])
    expect(line).toBe(`${list}: none of its 2 rows is a product; row 1: title: has no title; add one`)
    expect(readdirSync(out)).toEqual(['archive.zip'])
    expect(readFileSync(path.join(out, 'archive.zip'), 'utf8')).toBe('an earlier archive')
  })
})
