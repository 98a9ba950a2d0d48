import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { afterAll, describe, expect, it } from 'vitest'
import { loadStandard, standardFolder } from './load.ts'

const root = mkdtempSync(join(tmpdir(), 'haixuan-standard-'))
afterAll(() => rmSync(root, { recursive: true }))

const standard = loadStandard()

/** The message on loading a copy of the standard with one file changed, and the line where `mark` stands in it. */
function broken(file: string, change: (text: string) => string, mark: string): { message: string; line: number } {
  const folder = join(root, 'standard')
  rmSync(folder, { recursive: true, force: true })
  cpSync(standardFolder, folder, { recursive: true })
  const before = readFileSync(join(folder, file), 'utf8')
  const text = change(before)
  expect(text).not.toBe(before)
  writeFileSync(join(folder, file), text)
  const line = text.slice(0, text.lastIndexOf(mark)).split('\n').length
  try {
    loadStandard(folder)
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput)
    return { message: (error as Error).message, line }
  }
  throw new Error('loaded without complaint')
}

const rule = (id: string, body: string, from = '2030-01-01', until?: string) =>
  `
  - id: ${id}
    clause: I3
    topic: product
    title: { zh: 题, en: title }
    in-force: { from: ${from}${until ? `, until: ${until}` : ''} }
    ${body}
    severity: note
    statutory: false
    owner: supplier
    remedy: { zh: 补, en: mend }
    source: { act: An act, status: recorded-from-memory }
`.trimStart()
const more = (...rules: string[]) => broken('markets/sg.yaml', (t) => `${t}  ${rules.join('  ')}`, rules.at(-1)!)

describe('the standard as it ships', () => {
  it.each(['cn', 'eu', 'de', 'gb', 'us', 'sg', 'my', 'th', 'vn', 'id', 'ph'])(
    'has at least 15 sourced rules of its own for %s',
    (id) => {
      const own = new Set(standard.rules.filter((r) => r.market === id).map((r) => r.id))
      expect(own.size).toBeGreaterThanOrEqual(15)
      expect(standard.rules.every((r) => r.source.act.length > 2)).toBe(true)
    },
  )

  it.each(['cn', 'eu', 'gb', 'us', 'sg', 'my', 'th', 'vn', 'id', 'ph'])('covers every topic for %s', (id) => {
    const topics = new Set(standard.rules.filter((r) => r.market === id).map((r) => r.topic))
    for (const topic of [
      'product',
      'label',
      'claim',
      'supplier',
      'price',
      'delivery',
      'duty',
      'returns',
      'stream',
    ] as const)
      expect(topics).toContain(topic)
  })

  it('sets for every market a tax, a duty, a withdrawal and a liability for defects', () => {
    for (const { id } of standard.markets)
      for (const name of ['vat', 'duty', 'withdrawal', 'defect'])
        expect(
          standard.rules.some(
            (r) => [id, standard.markets.find((m) => m.id === id)?.parent].includes(r.market) && r.sets?.[name],
          ),
          `${id} ${name}`,
        ).toBe(true)
  })
})

describe('what stops the start, with file and line', () => {
  it('the same rule in force twice on one day', () => {
    const { message, line } = more(
      rule('sg.twice', 'requires: { label: [origin] }', '2030-01-01', '2031-01-02'),
      rule('sg.twice', 'requires: { label: [origin] }', '2031-01-01'),
    )
    expect(message).toContain(`standard/markets/sg.yaml:${line + 4}: `)
    expect(message).toMatch(
      /sg\.twice is in force twice: 2030-01-01 to 2031-01-02 \(standard\/markets\/sg\.yaml:\d+\) and 2031-01-01 to further notice/,
    )
  })

  it('two rules that give the same figure for the same goods', () => {
    const { message, line } = more(
      rule('sg.fee.a', 'sets: { handling-fee: { amount: "1.00", currency: SGD } }'),
      rule('sg.fee.b', 'sets: { handling-fee: { amount: "2.00" } }'),
    )
    expect(message).toBe(
      `standard/markets/sg.yaml:${line + 5}: rules[${standard.rules.filter((r) => r.market === 'sg').length + 1}].sets.handling-fee.amount: sg.fee.a (standard/markets/sg.yaml:${line - 11}) sets it too for the same goods, 2030-01-01 to further notice`,
    )
  })

  it.each([
    ['an unknown certificate', 'requires: { certificate: no-such-paper }', 'evidence has no no-such-paper'],
    [
      'an unknown certificate behind a ban',
      'forbids: { sale: true, unless: { certificate: no-such-paper } }',
      'evidence has no no-such-paper',
    ],
    ['an unknown label', 'requires: { label: [origin, no-such-words] }', 'labels has no no-such-words'],
    ['an unknown document', 'requires: { document: no-such-paper }', 'documents has no no-such-paper'],
    [
      'an unknown market',
      'applies: { maker-established: { not: [xx] } }\n    requires: { label: [origin] }',
      'markets has no xx',
    ],
    ['an unknown parameter', 'sets: { tip: { rate: "0.1" } }', 'sets.tip: is not a parameter of parameters.yaml'],
    [
      'an unknown key of a parameter',
      'sets: { vat: { percent: "19" } }',
      'sets.vat.percent: vat has only rate, threshold',
    ],
    [
      'a value of the wrong kind',
      'sets: { withdrawal: { days: "14" } }',
      'sets.withdrawal.days: must be a whole number of days',
    ],
    [
      'a percentage for a share',
      'sets: { vat: { rate: "19" } }',
      'sets.vat.rate: must be a share in quotes, such as "0.19"',
    ],
    ['a word outside its list', 'sets: { duty: { basis: exw } }', 'sets.duty.basis: "exw" is none of fob, cif'],
    [
      'two demands at once',
      'requires: { label: [origin] }\n    forbids: { sale: true }',
      'needs exactly one of requires, forbids, sets',
    ],
    ['no source', 'requires: { label: [origin] }\n    source: { act: x }', 'this key stands twice'],
  ])('%s', (_, body, said) => {
    const { message, line } = more(rule('sg.wrong', body))
    const at = Number(/^standard\/markets\/sg\.yaml:(\d+): /.exec(message)?.[1])
    expect(message).toContain(said)
    expect(at).toBeGreaterThanOrEqual(line)
    expect(at).toBeLessThanOrEqual(line + 12)
  })

  it.runIf('classes' in standard)('an unknown class', () => {
    const { message } = more(
      rule('sg.wrong', 'applies: { class: { in: [toys, gadgets] } }\n    requires: { label: [origin] }'),
    )
    expect(message).toMatch(
      /^standard\/markets\/sg\.yaml:\d+: rules\[\d+\]\.applies\.class\.in: classes has no gadgets$/,
    )
  })

  it('a rule that belongs to another market', () => {
    const { message, line } = more(rule('my.lost', 'requires: { label: [origin] }'))
    expect(message).toMatch(
      new RegExp(`^standard/markets/sg\\.yaml:${line}: rules\\[\\d+\\]\\.id: my\\.lost must begin with sg\\.$`),
    )
  })

  it('a day that does not exist, an unknown key and a missing source in a shipped file', () => {
    const day = broken('markets/us.yaml', (t) => t.replace('from: 2008-11-12', 'from: 2026-02-30'), '2026-02-30')
    expect(day.message).toBe(
      `standard/markets/us.yaml:${day.line}: rules[0].in-force.from: 2026-02-30 is not a day of the calendar written YYYY-MM-DD`,
    )
    const key = broken(
      'markets/us.yaml',
      (t) => t.replace('    owner: supplier', '    owners: supplier'),
      'owners: supplier',
    )
    expect(key.message).toMatch(/^standard\/markets\/us\.yaml:\d+: rules\[0\]/)
    const source = broken('markets/us.yaml', (t) => t.replace(/\n {4}source: .*/, ''), '- id: us.product.cpc')
    expect(source.message).toBe(`standard/markets/us.yaml:${source.line}: rules[0].source: is missing`)
  })

  it('a market without its parent, an id twice, and a market of two files', () => {
    const parent = broken('markets/markets.yaml', (t) => t.replace('parent: eu', 'parent: xx'), 'id: de')
    expect(parent.message).toBe(
      `standard/markets/markets.yaml:${parent.line}: markets[2].parent: there is no market xx`,
    )
    const twice = broken('markets/markets.yaml', (t) => t.replace('id: fr,', 'id: de,'), 'id: de')
    expect(twice.message).toBe(`standard/markets/markets.yaml:${twice.line}: markets[3].id: de stands twice`)
    const files = broken('markets/sg.yaml', (t) => t.replace('market: sg', 'market: ph'), 'market: ph')
    expect(files.message).toMatch(
      /^standard\/markets\/sg\.yaml:3: market: the rules of ph stand in standard\/markets\/ph\.yaml:3 already$/,
    )
  })

  it('a letter that names a variable there is not, or a clause', () => {
    const of = (change: (text: string) => string, mark: string) => broken('templates.yaml', change, mark)
    const typo = of((t) => t.replace('请补充资料：{{supplier}}', '请补充资料：{{suplier}}'), '{{suplier}}')
    expect(typo.message).toBe(
      `standard/templates.yaml:${typo.line}: templates[0].subject.zh: does not know {{suplier}}: use supplier, owed, due, streams, organisation, sender, today`,
    )
    const named = of(
      (t) => t.replace('variables: [supplier, owed,', 'variables: [supplier, owned,'),
      'supplier, owned,',
    )
    expect(named.message).toContain(
      `standard/templates.yaml:${named.line}: templates[0].variables[1]: there is no variable owned: describe it under variables`,
    )
    const clause = of((t) => t.replace('clause: I4', 'clause: X4'), 'clause: X4')
    expect(clause.message).toBe(`standard/templates.yaml:${clause.line}: templates[3].clause: there is no clause X4`)
  })

  it('a file that is missing', () => {
    const empty = mkdtempSync(join(root, 'empty-'))
    expect(() => loadStandard(empty)).toThrow(/: there is no such (file|folder)$/)
  })
})
