import { describe, expect, test } from 'vitest'
import { answerOf, testFolder } from './support/haixuan.ts'

const folder = testFolder()
const money = (minor: number, currency: string) => ({ minor, currency })

describe.concurrent('check-id', () => {
  const fits = {
    valid: true,
    reason: 'check digits and form fit',
    says: { zh: '校验位与格式相符', en: 'check digits and form fit' },
  }
  const told = {
    name: { zh: expect.any(String), en: expect.any(String) },
    algorithm: { zh: expect.any(String), en: expect.any(String) },
  }

  // published examples: GB 32100-2015; the ECB's and GS1's own; ISO 17442 as GLEIF prints it. Their check digits stand in them.
  test.each([
    // 9·1+1·3+3·9+5·27+0+1·26+0+0+M 21·20+0+0+0+1·8+0+0+Y 30·30+4·28 = 1640; 31 − 1640 mod 31 = 31 − 28 = 3
    ['cn', 'uscc', '91350100M000100Y43', '91350100M000100Y43', '3', { total: '1640', modulus: 31, remainder: 28 }],
    // the account, D 13, E 14, 00: 370400440532013000131400 mod 97 = 9; 98 − 9 = 89
    ['int', 'iban', 'DE89 3704 0044 0532 0130 00', 'DE89370400440532013000', '89', { modulus: 97, remainder: 9 }],
    // 4+0·3+0+6·3+3+8·3+1+3·3+3+3·3+9+3·3 = 89; 90 − 89 = 1
    ['int', 'gtin', '4006381333931', '4006381333931', '1', { total: '89', modulus: 10 }],
    ['int', 'lei', '506700GE1G29325QX363', '506700GE1G29325QX363', '63', { modulus: 97 }],
  ])('%s %s %s', async (country, kind, number, normalised, digit, computed) => {
    const { code, json } = await answerOf(['check-id', country, kind, number])
    const digits = { expected: digit, given: digit }
    expect(json).toEqual({
      ...fits,
      ...told,
      kind: `${country} ${kind}`,
      normalised,
      digit: digits,
      computed: expect.objectContaining({ ...computed, ...digits }),
    })
    expect(code).toBe(0)
  })

  // numbers whose issuers' algorithms are stdnum's, as it documents them: no reckoning is told
  test.each([
    ['de', 'vat', 'DE 136,695 976', '136695976'],
    ['th', 'tin', '1-2345-45678-78-1', '1234545678781'],
  ])('%s %s %s', async (country, kind, number, normalised) => {
    const { code, json } = await answerOf(['check-id', country, kind, number])
    expect(json).toEqual({ ...fits, ...told, kind: `${country} ${kind}`, normalised })
    expect(code).toBe(0)
  })

  test('a number with one digit changed does not fit, is told the one that would, exit 1', async () => {
    const { code, json } = await answerOf(['check-id', 'int', 'iban', 'DE88370400440532013000'])
    const reason = 'check digits should be 89'
    const digits = { expected: '89', given: '88' }
    expect(json).toEqual({
      ...told,
      valid: false,
      kind: 'int iban',
      normalised: 'DE88370400440532013000',
      reason,
      says: { zh: '校验位应为 89', en: reason },
      digit: digits,
      computed: expect.objectContaining(digits),
    })
    expect(code).toBe(1)
  })
})

describe.concurrent('sampling', () => {
  // ISO 2859-1:1999, tables 1, 2-A, 2-B and 3-A; a lot of 50 has letter D, whose arrow under AQL 1.0 leads to E
  test.each([
    [['--lot', '2000', '--level', 'II', '--aql', '1.0'], { code: 'K', sampleSize: 125, accept: 3, reject: 4 }],
    [
      ['--lot', '2000', '--level', 'II', '--aql', '1.0', '--severity', 'tightened'],
      { code: 'K', sampleSize: 125, accept: 2, reject: 3 },
    ],
    [
      ['--lot', '2000', '--level', 'II', '--aql', '1.0', '--type', 'double'],
      { code: 'K', sampleSize: [80, 80], accept: [1, 4], reject: [3, 5] },
    ],
    [
      ['--lot', '50', '--level', 'II', '--aql', '1.0'],
      { code: 'E', lotCode: 'D', sampleSize: 13, accept: 0, reject: 1 },
    ],
  ])('%s', async (args, plan) => {
    const { code, json } = await answerOf(['sampling', ...args])
    expect(json).toMatchObject(plan)
    expect(code).toBe(0)
  })
})

describe.concurrent('screen', () => {
  const none = '-0- ,'.repeat(8)
  const sdn = folder.file(
    'sdn.csv',
    `101,"SAMPLE SHIPPING COMPANY LTD.",-0- ,"TEST1",${none.slice(0, -1)}\r\n102,"MUSTERMANN, Erika",individual,"TEST2",${none.slice(0, -1)}\r\n\u001a`,
  )
  const alt = folder.file('alt.csv', '101,1,"aka","BEISPIEL REEDEREI",-0- \r\n')
  const un = folder.file(
    'un.xml',
    '<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-01-02T00:00:00Z"><ENTITIES><ENTITY><DATAID>9</DATAID><FIRST_NAME>EXAMPLE TRADING GROUP</FIRST_NAME><UN_LIST_TYPE>Test</UN_LIST_TYPE><REFERENCE_NUMBER>TSe.001</REFERENCE_NUMBER></ENTITY></ENTITIES></CONSOLIDATED_LIST>',
  )
  const lists = ['--list', sdn, alt, un]

  test('word order, an alias and a slip are found, each with its words; exit 1', async () => {
    const names = folder.file(
      'names.csv',
      'name\nErika Mustermann\nBeispiel Reederei\nGroup Example Tradin\nSunny Ceramics\n',
    )
    type Told = { row: number; name: string; hits: { list: string; id: string; score: number; words: unknown[] }[] }
    const { code, json } = await answerOf<{ names: number; entries: number; hits: Told[] }>(['screen', names, ...lists])
    expect(json).toMatchObject({ names: 4, entries: 3 })
    expect(json.hits.map((h) => [h.row, h.name, h.hits[0]?.list, h.hits[0]?.id])).toEqual([
      [2, 'Erika Mustermann', 'ofac-sdn', '102'],
      [3, 'Beispiel Reederei', 'ofac-sdn', '101'],
      [4, 'Group Example Tradin', 'un-consolidated', 'TSe.001'],
    ])
    expect(json.hits[0]?.hits[0]?.score).toBe(1)
    expect(json.hits[2]?.hits[0]?.words).toContainEqual({
      screened: 'tradin',
      listed: 'trading',
      how: 'spelling',
      slips: 1,
    })
    expect(code).toBe(1)
  })

  test('no hit, exit 0', async () => {
    const names = folder.file('clean.txt', 'Sunny Ceramics\n')
    expect(await answerOf(['screen', names, ...lists])).toMatchObject({ code: 0, json: { names: 1, hits: [] } })
  })
})

describe.concurrent('claims', () => {
  test('a claim that may not be made is found where it stands, with evidence and softer words; exit 1', async () => {
    const { code, json } = await answerOf<{ claims: Record<string, unknown>[] }>(
      ['claims', '--language', 'zh'],
      '全网最低价，三天美白\n',
    )
    expect(json.claims[0]).toMatchObject({
      from: 0,
      to: 5,
      words: '全网最低价',
      kind: 'price',
      severity: 'block',
      carried: false,
      remedy: { zh: expect.stringContaining('请提供'), en: expect.any(String) },
    })
    expect(code).toBe(1)
  })

  test('a plain sentence has none, exit 0', async () => {
    expect(
      await answerOf(['claims', '--market', 'de', '--language', 'de'], 'Ein Becher aus Keramik, 300 ml.'),
    ).toMatchObject({
      code: 0,
      json: { claims: [] },
    })
  })
})

describe.concurrent('landed-cost', () => {
  const blouse = (name: string, hs: string, quantity: number, price: string, cost: string) =>
    `  - { name: ${name}, hs: "${hs}", origin: CN, quantity: ${quantity}, price: { amount: "${price}", currency: EUR }, unit-cost: { amount: "${cost}", currency: EUR } }\n`
  const parcel = folder.file(
    'parcel.yaml',
    `market: de\nday: 2026-07-02\nregistered: true\nitems:\n${blouse('silk blouse', '620610', 1, '59.00', '18.00')}${blouse('wool blouse', '620620', 2, '29.50', '9.00')}`,
  )
  type Costs = {
    costs: { day: string; price: object; lines: { id: string; amount: object }[]; total: object; margin: object }[]
  }

  // price 59.00 + 2 × 29.50 = 118.00; goods 18.00 + 2 × 9.00 = 36.00; tax 2 × (59.00 − 59.00 ÷ 1.19 = 9.42) = 18.84
  test('on its own day: 3 euros for each of two headings', async () => {
    const { code, json } = await answerOf<Costs>(['landed-cost', parcel])
    expect(json.costs).toHaveLength(1)
    expect(json.costs[0]).toMatchObject({
      day: '2026-07-02',
      price: money(11800, 'EUR'),
      total: money(6084, 'EUR'),
      margin: money(5716, 'EUR'),
    })
    expect(json.costs[0]?.lines.map((l) => [l.id, l.amount])).toEqual([
      ['goods', money(3600, 'EUR')],
      ['parcel-duty', money(600, 'EUR')],
      ['vat', money(1884, 'EUR')],
    ])
    expect(code).toBe(0)
  })

  test('two days before: no duty below 150 euros', async () => {
    const { json } = await answerOf<Costs>(['landed-cost', parcel, '--as-of', '2026-06-30', '--market', 'DE'])
    expect(json.costs[0]).toMatchObject({ day: '2026-06-30', total: money(5484, 'EUR'), margin: money(6316, 'EUR') })
  })
})

test.concurrent('refund: all of an order in Germany is withdrawn from in time', async () => {
  const file = folder.file(
    'case.yaml',
    `market: de
order:
  day: 2026-05-20
  delivered: 2026-05-26
  currency: EUR
  lines: [{ id: "1", quantity: 2, price: "24.90", discount: "5.00" }]
  shipping: { paid: "9.90", standard: "4.90" }
case: { kind: withdrawal, requested: 2026-06-01 }
`,
  )
  const { code, json } = await answerOf<{ lines: { what: string; amount: object }[] }>(['refund', file])
  // goods 2 × 24.90 − 5.00 = 44.80, and the standard way out 4.90 of the 9.90 paid: 49.70;
  // 14 days from 26 May end on 9 June, payment within 14 days of 1 June
  expect(json).toMatchObject({
    eligible: true,
    remedy: 'refund',
    basis: { kind: 'law' },
    deadline: '2026-06-09',
    refundBy: '2026-06-15',
    total: money(4970, 'EUR'),
    return: { payer: 'buyer' },
  })
  expect(json.lines.map((l) => [l.what, l.amount])).toEqual([
    ['goods', money(4480, 'EUR')],
    ['shipping-standard', money(490, 'EUR')],
  ])
  expect(code).toBe(0)
})

describe.concurrent('rules', () => {
  type Rules = {
    rules: { id: string; 'in-force': { from: string; until?: string }; source: object; applies?: object }[]
  }
  const ids = async (...args: string[]) => (await answerOf<Rules>(['rules', ...args])).json.rules.map((r) => r.id)

  test('the end of the exemption for small parcels shows between two days of August 2025', async () => {
    const before = await ids('--market', 'us', '--as-of', '2025-08-28')
    const after = await ids('--market', 'us', '--as-of', '2025-08-30')
    expect(before).toContain('us.duty.de-minimis')
    expect(before).not.toContain('us.duty.de-minimis-suspended')
    expect(after).toContain('us.duty.de-minimis-suspended')
    expect(after).not.toContain('us.duty.de-minimis')
    const { json } = await answerOf<{ begins: { id: string }[]; ends: { id: string }[] }>([
      'rules',
      '--market',
      'us',
      '--as-of',
      '2025-08-28',
      '--compare',
      '2025-08-30',
    ])
    expect(json.begins.map((r) => r.id)).toEqual(after.filter((id) => !before.includes(id)))
    expect(json.ends.map((r) => r.id)).toEqual(before.filter((id) => !after.includes(id)))
  })

  test('a German stream has the duty of the Union from 1 July 2026', async () => {
    expect(await ids('--market', 'de', '--as-of', '2026-06-30')).not.toContain('eu.duty.parcel')
    expect(await ids('--market', 'DE', '--as-of', '2026-07-01')).toContain('eu.duty.parcel')
  })

  test('a class leaves out what cannot bind it; each rule has its source', async () => {
    const all = (await answerOf<Rules>(['rules', '--market', 'us', '--as-of', '2026-05-20'])).json.rules
    const toys = (await answerOf<Rules>(['rules', '--market', 'us', '--as-of', '2026-05-20', '--class', 'toys'])).json
      .rules
    const left = all.filter((r) => !toys.some((t) => t.id === r.id)).map((r) => r.id)
    expect(toys.length).toBeGreaterThan(0)
    expect(left).toContain('us.claim.cosmetic-drug')
    for (const r of toys) expect(r.source).toMatchObject({ act: expect.any(String), status: expect.any(String) })
  })
})
