import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SeveralDecided } from '@haixuan/domain/flow/decision'
import type { Instant } from '@haixuan/domain/kernel/day'
import { parseVerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import { replayDecisions } from '@haixuan/interchange/verify/replay-decisions'
import { verifyArchive } from '@haixuan/interchange/verify/verify-archive'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import { decideAlike, keptAfter, touchedBy } from '../../flow/decide/decide-alike.ts'
import { Desks } from '../../flow/desks.ts'
import type { House } from '../../house.ts'
import { projectFor } from '../../plan/project/store.ts'
import { inScope } from '../../platform/database/scope.ts'
import { appendEvents } from '../../platform/events/append.ts'
import { checkLog } from '../../platform/events/check-log.ts'
import { keepStandard } from '../../platform/events/standards.ts'
import { recordProduct } from '../../select/product/record-product.ts'
import { otherFacts, productForUpdate } from '../../select/product/store.ts'
import { type ExportOptions, exportArchive } from './export-archive.ts'
import type { Part } from './part.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const owner = person('a', 'Lin', 'owner')
const second = person('a', 'Wang', 'owner')
const folder = mkdtempSync(path.join(tmpdir(), 'archive-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const plan = { theme: '雨季居家护理', markets: ['sg'], date: '2026-06-06', language: 'zh', slots: 2 }
const listing = (sku: string, title: string, seller: string) => ({
  row: 1,
  sku,
  title,
  description: '八骨，涤纶伞面。',
  brand: '晴屿',
  price: { minor: 1990, currency: 'SGD' },
  images: [],
  category: ['居家', '雨具'],
  seller,
  variants: [],
  attributes: [],
  language: 'zh',
})
const offer = {
  markets: ['sg'],
  quantity: 100,
  pricing: { type: 'fixed', price: { amount: '19.90', currency: 'SGD' } },
  delivery: { mode: 'direct-mail-9610' },
  settlement: { mode: 'commission', instrument: 'tt', currency: 'SGD', 'cycle-days': 30, invoice: 'commercial' },
  costs: { 'unit-cost': { amount: '6.00', currency: 'SGD' } },
}

let house: House
let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  house = testHouse(db, clock)
  await makeOrganisation(db, 'a')
  as = asking(await testApp(house))
  await selection()
}, 120_000)

/** Two projects of one organisation that share a supplier, changed in turn, decided before and after the stream's day. */
async function selection(): Promise<void> {
  const done = async (reply: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await reply
    expect(status, JSON.stringify(body)).toBeLessThan(300)
  }
  await done(as(owner).post('/projects', { ...plan, id: 'june' }))
  await done(as(owner).post('/projects', { ...plan, id: 'july', date: '2026-07-04', markets: ['my'] }))
  await done(as(second).post('/projects/june/approve', {}, { version: 1 }))
  const umbrella = listing('U-1', '晴雨两用折叠伞', '示例伞业有限公司')
  await done(
    as(owner).post('/projects/june/products', { listings: [umbrella, listing('C-1', '全球最好的雨衣', '另一商行')] }),
  )
  await done(as(owner).post('/projects/july/products', { listings: [umbrella] }))
  await done(as(owner).post('/suppliers', { id: 'S-1', name: '示例伞业有限公司', country: 'CN', kind: 'manufacturer' }))
  await done(as(owner).put('/projects/june/products/U-1/offer', offer))
  await done(as(owner).post('/projects/june/products/U-1/fix-class', { class: 'household' }, { version: 2 }))
  await done(as(owner).post('/projects/june/products/U-1/hand-over-sample', { sample: 'A', state: 'requested' }))
  await done(as(owner).post('/projects/june/hold', { product: 'C-1', reason: '待查' }))
  await done(
    as(owner).post('/suppliers/S-1/add-document', {
      type: 'cn-business-licence',
      number: '91330000MA00000001',
      issued: '2024-01-01',
      expires: '2026-06-20',
      evidence: 'f'.repeat(64),
    }),
  )
  // the stream is past: from here on decisions are made as of the day itself
  clock.now = '2026-06-25T08:00:00.000Z' as Instant
  await done(as(owner).post('/projects/june/products/U-1/hand-over-sample', { sample: 'A', state: 'shipped' }))
  await done(as(second).post('/projects/june/lift-hold', { product: 'C-1' }))
  const { version } = (await as(owner).get('/projects/june')).body
  await done(as(owner).post('/projects/june/revise', { ...plan, theme: '夏季雨具' }, { version }))
}

const archive = async (part: Part, options?: ExportOptions) => {
  const file = path.join(folder, `${crypto.randomUUID()}.zip`)
  await exportArchive(house, part, file, options)
  return { file, verify: async () => verifyArchive(file, { replay: await replayDecisions() }) }
}
/** Entries are stored: the lines of events.jsonl stand in the zip as they are, the first right after its name. */
const eventsIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:^|events\.jsonl)(\{"actor":.*\})$/gm)].map(([, line]) =>
    JSON.parse(line!),
  )

describe('the archive of a project', () => {
  test('verifies: its events are in the log, and every decision comes out again', async () => {
    const { verify, file } = await archive({ org: 'a', of: 'project', project: 'june' })
    const verdict = await verify()
    expect(verdict.problems).toEqual([])
    expect(verdict).toMatchObject({ ok: true, withheld: 0, partOf: { origin: verdict.key.split('+')[0] } })
    const events = eventsIn(file)
    expect(events).toHaveLength(verdict.events)
    expect(events.every((e) => e.project === 'june')).toBe(true)
    expect(events.filter((e) => e.type === 'gate.decided').length).toBeGreaterThan(8)
    expect(verdict.partOf!.size).toBeGreaterThan(verdict.events)
  })

  test('one byte changed is named', async () => {
    const { file, verify } = await archive({ org: 'a', of: 'project', project: 'june' })
    const bytes = readFileSync(file)
    bytes[bytes.indexOf('"actor":"Lin"') + 9] = 'K'.charCodeAt(0)
    writeFileSync(file, bytes)
    const codes = (await verify()).problems.map(({ code, where }) => `${code} @ ${where}`)
    expect(codes).toContain('event.changed @ event 0')
  })

  test('a decision that the facts do not carry is found, though it was sealed', async () => {
    await makeOrganisation(house.db, 'forger')
    const forger = person('forger', 'Eve', 'owner')
    await as(forger).post('/projects', { ...plan, id: 'june' })
    await house.db
      .updateTable('happening')
      .set({ body: JSON.stringify(await passedDecision()) })
      .where('org_id', '=', 'forger')
      .where('type', '=', 'gate.decided')
      .execute()
    const verdict = await (await archive({ org: 'forger', of: 'project', project: 'june' })).verify()
    expect(verdict.problems).toMatchObject([{ code: 'replay.failed', where: 'event 1 june' }])
  })
  const passedDecision = async () => {
    const row = await house.db
      .selectFrom('event')
      .select('body')
      .where('org_id', '=', 'forger')
      .where('type', '=', 'gate.decided')
      .executeTakeFirstOrThrow()
    return { ...row.body, overall: 'passed', gates: { plan: 'passed' } }
  }

  test('withheld fields stay out, the rest holds, and what cannot be run again is counted', async () => {
    const open = readFileSync((await archive({ org: 'a', of: 'project', project: 'june' })).file)
    expect(open.includes('"unit-cost":{"amount":"6.00"')).toBe(true)
    const { file, verify } = await archive(
      { org: 'a', of: 'project', project: 'june' },
      { withheld: ['offer', 'supplier'] },
    )
    const bytes = readFileSync(file)
    expect(bytes.includes('"unit-cost":{"amount":"6.00"')).toBe(false)
    expect(bytes.includes('91330000MA00000001')).toBe(false)
    const verdict = await verify()
    expect(verdict.problems).toEqual([])
    expect(verdict.withheld).toBeGreaterThan(0)
    const decisions = eventsIn(file).filter((e) => e.type === 'gate.decided')
    expect(verdict.withheld).toBeLessThan(decisions.length)
  })

  test('a field that cannot be withheld is refused rather than shown', async () => {
    await expect(archive({ org: 'a', of: 'project', project: 'june' }, { withheld: ['offers'] })).rejects.toThrow(
      'facts, offer, plan',
    )
  })

  test('the same log gives the same bytes', async () => {
    const [once, again] = [
      await archive({ org: 'a', of: 'project', project: 'july' }),
      await archive({ org: 'a', of: 'project', project: 'july' }),
    ]
    expect(readFileSync(again.file).equals(readFileSync(once.file))).toBe(true)
  })
})

test('commands that people give at the same time leave a log that replays', async () => {
  const given = (n: number) => {
    const sku = `U-${n % 3}`
    const at = `/projects/rush/products/${sku}`
    const commands = [
      () => as(owner).post(`${at}/add-label`, { statement: 'net-content', language: 'en', text: `no ${n}` }),
      () => as(owner).post('/suppliers/S-2/add-document', { type: 'cn-business-licence', number: `L-${n}` }),
      () => as(owner).post('/projects/rush/hold', { product: sku, reason: `no ${n}` }),
      () => as(owner).post(`${at}/hand-over-sample`, { sample: `s-${n}`, state: 'requested' }),
      () => as(owner).put(`${at}/offer`, { ...offer, quantity: n + 1 }),
      () => as(owner).post('/projects/rush/products', { listings: [listing(`N-${n}`, '雨衣', '丙商行')] }),
    ]
    return commands[n % commands.length]!()
  }
  await as(owner).post('/suppliers', { id: 'S-2', name: '丙商行', country: 'CN', kind: 'trader' })
  await as(owner).post('/projects', { ...plan, id: 'rush' })
  const listings = [0, 1, 2].map((n) => listing(`U-${n}`, '折叠伞', '丙商行'))
  await as(owner).post('/projects/rush/products', { listings })
  let next = 0
  const statuses = new Set<number>()
  const client = async () => {
    for (let n = next++; n < 60; n = next++) statuses.add((await given(n)).status)
  }
  await Promise.all([client(), client(), client(), client()])
  expect([...statuses].every((status) => status < 300)).toBe(true)
  const verdict = await (await archive({ org: 'a', of: 'project', project: 'rush' })).verify()
  expect(verdict.problems).toEqual([])
  // each of the 60 commands leaves an event at least
  expect(verdict.events).toBeGreaterThan(60)
})

test('rules that turn all products that are alike, while people record things of some, leave a log that replays', async () => {
  await as(owner).post('/projects', { ...plan, id: 'turning', markets: ['de'] })
  const listings = Array.from({ length: 60 }, (_, n) =>
    listing(`T-${n}`, `木制玩具积木 ${n}`, n % 2 ? '丙商行' : '丁商行'),
  )
  await as(owner).post('/projects/turning/products', { listings })
  const toys = listings.map(({ sku }) => `/projects/turning/products/${sku}/fix-class`)
  await Promise.all(toys.map((at) => as(owner).post(at, { class: 'toys' }, { version: 1 })))
  const rule = house.standard.rules.find((r) => r.id === 'eu.toys.conformity')!
  const rules = house.standard.rules.map((r) => (r === rule ? { ...r, severity: 'note' as const } : r))
  const standard = { ...house.standard, rules }
  const desks = new Desks(standard)
  await keepStandard(house.db, desks.standardHash, standard, undefined)
  const turns = [{ ...house, standard, desks }, house, { ...house, standard, desks }]
  const turn = (under: House) =>
    inScope(house.db, owner, async (tx) => {
      const asked = { tx, actor: owner, now: under.clock(), house: under }
      const project = await projectFor(asked, 'turning', 'share')
      const kinds = await keptAfter(asked, project, { after: '00000000-0000-0000-0000-000000000000', most: 1_000 })
      const ids = kinds.filter(touchedBy([rule], under)).map((k) => k.id)
      const events = await decideAlike(asked, project, ids)
      await appendEvents(tx, asked, events)
      return events.length
    })
  let next = 0
  const client = async () => {
    for (let n = next++; n < 80; n = next++) {
      const { status } = await as(owner).post(`/projects/turning/products/T-${n % 60}/add-label`, {
        statement: 'net-content',
        language: 'en',
        text: `no ${n % 7}`,
      })
      expect(status).toBe(200)
    }
  }
  const turning = async () => {
    for (const under of turns) expect(await turn(under)).toBeGreaterThan(0)
  }
  await Promise.all([client(), client(), client(), turning()])

  // what is recorded of one product keeps those that are alike from turning until it is committed
  await turn(turns[0] as House)
  const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const recorded = inScope(house.db, owner, async (tx) => {
    const asked = { tx, actor: owner, now: house.clock(), house }
    const of = { id: 'T-59', project: 'turning', command: 'test' }
    const project = await projectFor(asked, of.project, 'share')
    const { supplier, listing, facts: before, version } = await productForUpdate(asked, of.project, of.id)
    const facts = { ...before, class: 'household' }
    const { events } = await recordProduct(
      asked,
      project,
      'I5',
      { ...of, supplier, listing, facts, version: version + 1 },
      otherFacts(facts, version + 1, asked.now),
    )
    await appendEvents(tx, asked, events)
    held.resolve()
    await release.promise
  })
  await held.promise
  const turned = turn(house)
  const waiting = () => sql<{ n: number }>`select count(*)::int as n from pg_locks where not granted`.execute(house.db)
  await expect.poll(async () => (await waiting()).rows[0]?.n, { timeout: 10_000 }).toBeGreaterThan(0)
  release.resolve()
  await Promise.all([recorded, turned])
  const verdict = await (await archive({ org: 'a', of: 'project', project: 'turning' })).verify()
  expect(verdict.problems).toEqual([])
}, 120_000)

describe('archives of less than a project, and of more', () => {
  test('a supplier: what is recorded of it in all projects, with the plans its gates stand on', async () => {
    const { file, verify } = await archive({ org: 'a', of: 'supplier', supplier: 'S-1' })
    expect((await verify()).problems).toEqual([])
    const events = eventsIn(file)
    expect(new Set(events.map((e) => e.project))).toEqual(new Set(['june', 'july', undefined]))
    expect(events.some((e) => e.subject === 'C-1')).toBe(false)
  })

  test('a product: its own events, with the plan and supplier its gates stand on', async () => {
    const { file, verify } = await archive({ org: 'a', of: 'product', project: 'june', product: 'U-1' })
    expect((await verify()).problems).toEqual([])
    const events = eventsIn(file)
    expect(new Set(events.map((e) => e.project))).toEqual(new Set(['june']))
    expect(events.some((e) => e.subject === 'C-1')).toBe(false)
    expect(events.some((e) => e.subject === 'U-1' && e.type === 'gate.decided')).toBe(true)
  })

  test('what nothing is known of has none', async () => {
    await expect(archive({ org: 'a', of: 'project', project: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('products of two suppliers that are decided at once', () => {
  beforeAll(async () => {
    await as(owner).post('/projects', { ...plan, id: 'autumn', date: '2026-10-01' })
    const of = (seller: string, skus: readonly string[]) => skus.map((sku) => listing(sku, '全球最好的雨衣', seller))
    const listings = [...of('东商行', ['E-1', 'E-2', 'E-3']), ...of('西商行', ['W-1', 'W-2'])]
    expect((await as(owner).post('/projects/autumn/products', { listings })).status).toBe(201)
  })
  const decisions = (events: { type: string; body: Partial<SeveralDecided> & { about: string } }[]) =>
    events.filter((e) => e.type === 'gate.decided' && e.body.about.startsWith('product'))

  test('leave one event for each supplier, and an archive that runs each decision again', async () => {
    const { file, verify } = await archive({ org: 'a', of: 'project', project: 'autumn' })
    expect((await verify()).problems).toEqual([])
    const told = decisions(eventsIn(file))
    expect(told.map(({ body }) => body.decisions?.[0]?.products)).toEqual([
      ['E-1', 'E-2', 'E-3'],
      ['W-1', 'W-2'],
    ])
  })

  test('the archive of one supplier, or of one product, holds no product of the other', async () => {
    for (const part of [
      { org: 'a', of: 'supplier', supplier: 'seller:东商行' },
      { org: 'a', of: 'product', project: 'autumn', product: 'E-2' },
    ] as const) {
      const { file, verify } = await archive(part)
      expect((await verify()).problems).toEqual([])
      expect(decisions(eventsIn(file))).toHaveLength(1)
      expect(readFileSync(file, 'utf8')).not.toMatch(/W-1|W-2|西商行/)
    }
  })

  test("a product's history tells its own decision, which can be run again", async () => {
    const { rows } = (await as(owner).get('/events?project=autumn&subject=W-2&type=gate.decided')).body
    expect(rows).toMatchObject([{ subject: 'W-2', body: { about: 'product', overall: 'conditional' } }])
    expect(rows[0].body.spans).toEqual([[expect.any(Number), 'title', 0, 4]])
    expect((await as(owner).get(`/events/${rows[0].id}/replay`)).body).toMatchObject({ outcome: 'same', fault: null })
  })

  test("the scope of a supplier's account has the decisions on its own products alone", async () => {
    const west = { org: 'a', user: 'West', supplier: 'seller:西商行' }
    const seen = await inScope(house.db, west, (tx) => tx.selectFrom('event').select(['type', 'body']).execute())
    expect(decisions(seen as never)).toHaveLength(1)
    expect(JSON.stringify(seen)).not.toMatch(/E-1|E-2|E-3|东商行/)
  })
})

test('the log checks out against the database', async () => {
  expect(await checkLog(house.db, house.masterKey, 'a')).toEqual([])
})

test('the public key that people pin is the one that signs', async () => {
  const { body } = await as(owner).get('/log/keys')
  const { file } = await archive({ org: 'a', of: 'project', project: 'june' })
  expect(await verifyArchive(file, { publicKey: parseVerifierKey(body.rows[0].key) })).toMatchObject({ ok: true })
})
