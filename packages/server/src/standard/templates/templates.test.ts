import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const owner = person('a', 'Zhou', 'owner')
const lin = person('a', 'Lin', 'selection')
const lu = person('a', 'Lu', 'legal')
const qin = person('a', 'Qin', 'service')
const gu = person('a', 'Gu', 'quality')
const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const KIND = 'kind=supplier-request'
const own = (zh: string) => ({
  subject: { zh: '补充资料', en: 'Papers' },
  body: { zh, en: 'Dear {{supplier}}, we need:\n- {{owed}}' },
})

/** Electrical: the law of Singapore asks its supplier for evidence. */
const DRYER = { description: '1800W 电吹风，220V。', category: ['个护电器', '电吹风'] }

let as: ReturnType<typeof asking>
type Part = { text: string; gap: boolean; variable: string | null }
const plain = (parts: Part[]) => parts.map((p) => (p.gap ? `[${p.variable}]` : p.text)).join('')
const letter = async (search: string, who = lin) => {
  const { status, body } = await as(who).get(`/templates/fill?${search}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return { ...body, subject: plain(body.subject), body: plain(body.body) }
}

beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  as = asking(await testApp(testHouse(db, clock)))
  const supplier = {
    id: 'S-1',
    name: '示例伞业有限公司',
    country: 'CN',
    kind: 'manufacturer',
    names: ['Example Umbrella Co.'],
    contact: '王芳，sales@umbrella.example',
  }
  expect((await as(person('a', 'He', 'sourcing')).post('/suppliers', supplier)).status).toBe(201)
  await projectWith(as, lin, 'rain', [
    umbrella('P-1', '折叠伞'),
    umbrella('P-2', '电吹风', DRYER),
    umbrella('P-3', '便携电吹风', DRYER),
  ])
}, 60_000)

describe('the text of a letter', () => {
  it('is the standard’s until the organisation writes its own, by the roles of its kind, with its variables alone', async () => {
    const { rows } = (await as(lin).get('/templates')).body
    expect(rows.find((r: { kind: string }) => r.kind === 'supplier-request')).toMatchObject({
      own: false,
      clause: 'I2',
    })
    const put = (kind: string, who: typeof lin, texts: object, more = {}) =>
      as(who).put('/templates', { kind, ...texts }, more)
    expect((await put('supplier-request', gu, own('x'))).status).toBe(403)
    // a rejection is for legal
    expect((await put('supplier-rejection', lin, own('x'))).status).toBe(403)
    const wrong = await put('supplier-request', lin, own('{{suplier}}，您好'))
    expect(wrong.body).toMatchObject({ status: 400, field: 'body.zh', detail: expect.stringContaining('{{suplier}}') })
    expect((await put('supplier-request', lin, own('请贵方补充：\n- {{owed}}'))).body).toEqual({ version: 1 })
    expect((await put('supplier-request', lu, own('别的'), { version: 0 })).status).not.toBe(200)
    expect((await put('supplier-request', lu, own('{{supplier}}：\n- {{owed}}'), { version: 1 })).body).toEqual({
      version: 2,
    })
    const { body } = await as(lin).get(`/templates/letter?${KIND}`)
    expect(body).toMatchObject({ version: 2, own: true, texts: own('{{supplier}}：\n- {{owed}}') })
    expect(body.history.map((h: { version: number; by: string }) => [h.version, h.by])).toEqual([
      [2, 'Lu'],
      [1, 'Lin'],
    ])
  })

  it('goes back to the standard’s, and keeps what was; another organisation never saw it', async () => {
    const other = (await as(person('b', 'Bo', 'legal')).get(`/templates/letter?${KIND}`)).body
    expect(other).toMatchObject({ version: 0, own: false, history: [] })
    expect((await as(owner).post('/templates/reset', { kind: 'supplier-request' }, { version: 1 })).status).toBe(412)
    expect((await as(owner).post('/templates/reset', { kind: 'supplier-request' }, { version: 2 })).body).toEqual({
      version: 3,
    })
    const { body } = await as(lin).get(`/templates/letter?${KIND}`)
    expect(body).toMatchObject({ version: 3, own: false, texts: other.standard })
    expect(body.history[0]).toMatchObject({ version: 3, by: 'Zhou', texts: null })
    const { rows } = (await as(lin).get('/events?type=template.changed')).body
    expect(rows.map((r: { clause: string }) => r.clause)).toEqual(['I2', 'I2', 'I2'])
    // nothing left to give up
    expect((await as(owner).post('/templates/reset', { kind: 'supplier-request' })).body).toEqual({ version: 3 })
  })
})

describe('a filled letter', () => {
  it('asks a supplier for what its own page and products owe, each once', async () => {
    const { gates } = (await as(lin).get('/suppliers/S-1')).body
    const told = await letter(`${KIND}&record=S-1`)
    expect(told.subject).toBe('请补充资料：示例伞业有限公司')
    expect(told.to).toBe('sales@umbrella.example')
    expect(told.body).toContain('2026年6月6日')
    expect(told.gaps).toEqual([])
    // for a text that is still being written
    expect(told.values).toMatchObject({ supplier: '示例伞业有限公司', due: expect.any(String), today: '2026年5月1日' })
    expect(told.values.owed.length).toBeGreaterThan(0)
    type Finding = { owner: string; severity: string; what: { zh: string } }
    const owed = gates[0].findings.filter((f: Finding) => f.owner === 'supplier' && f.severity === 'block')
    expect(owed.length).toBeGreaterThan(0)
    for (const { what } of owed as Finding[]) expect(told.body.split(what.zh).length - 1, what.zh).toBe(1)
    const { findings } = (await as(lin).get('/projects/rain/products/P-2')).body
    const ofProducts = findings.filter((f: Finding) => f.owner === 'supplier' && f.severity === 'block')
    expect(ofProducts.length).toBeGreaterThan(0)
    // one line for both hair dryers
    for (const { what } of ofProducts as Finding[])
      expect(told.body.split('\n').filter((line: string) => line.includes(what.zh))).toEqual([
        expect.stringMatching(/^· .*（电吹风、便携电吹风）$/),
      ])
    const english = await letter(`${KIND}&record=S-1&language=en`)
    expect(english.body).toContain('6 June 2026')
    expect(english.subject).toBe('Documents we still need from Example Umbrella Co.')
    expect(english.body).not.toContain('贵方')
  })

  it('names what the records do not hold', async () => {
    const held = await letter('kind=product-pulled&record=P-1&project=rain')
    expect(held.body).toContain('[reason]')
    expect(held.gaps).toContainEqual({ variable: 'since', name: { zh: '起始日', en: 'since' } })
    const { version } = (await as(lin).get('/projects/rain/products/P-1')).body
    const hold = await as(gu).post('/projects/rain/products/P-1/hold', { reason: '伞骨断裂' }, { version })
    expect(hold.status, JSON.stringify(hold.body)).toBeLessThan(300)
    const after = await letter('kind=product-pulled&record=P-1&project=rain')
    expect(after.body).toContain('自2026年5月1日起冻结')
    expect(after.body).toContain('原因：伞骨断裂')
  })

  it('tells a buyer’s name only to those who see it on the case', async () => {
    const opened = await as(qin).post('/cases', {
      market: 'cn',
      order: {
        id: 'CN-1',
        day: '2026-04-20',
        delivered: '2026-04-28',
        currency: 'CNY',
        lines: [{ id: '1', quantity: 1, price: '79.00' }],
      },
      case: { kind: 'withdrawal', requested: '2026-05-01' },
      buyer: { name: '李女士', email: 'li@people.example' },
    })
    const { id } = opened.body
    await as(qin).post(`/cases/${id}/decide`, {}, { version: 1 })
    const search = `kind=case-answer&record=${id}`
    const answered = await letter(search, qin)
    expect(answered.to).toBe('li@people.example')
    expect(answered.body).toContain('李女士，您好')
    expect(answered.body).toContain('退款合计 CNY 79.00')
    const hidden = await letter(search, gu)
    expect(hidden.to).toBeNull()
    expect(hidden.gaps.map((g: { variable: string }) => g.variable)).toContain('buyer')
    expect(JSON.stringify(hidden)).not.toContain('李女士')
  })

  it('is of the organisation alone, and never for a supplier', async () => {
    const search = `/templates/fill?${KIND}&record=S-1`
    expect((await as(person('b', 'Bo', 'owner')).get(search)).status).toBe(404)
    expect((await as({ ...person('a', 'Su', 'supplier'), supplier: 'S-1' }).get(search)).status).toBe(403)
    expect((await as({ ...lin, scopes: ['template'] } as never).get(search)).status).toBe(403)
  })
})

describe('a letter that was sent', () => {
  const sent = { kind: 'supplier-request', record: 'S-1', language: 'zh', way: 'mail', text: '补充资料\n\n您好' }
  const send = (who: typeof lin, more = {}) => as(who).post('/letters', { ...sent, ...more })

  it('is on record with who and when, by its hash and not its words, and told to who writes next', async () => {
    expect((await letter(`${KIND}&record=S-1`)).sent).toEqual([])
    const { status, body } = await send(lin)
    expect(status).toBe(201)
    // printf '补充资料\n\n您好' | sha256sum
    expect(body.sha256).toBe('a411656ea66c6a923c455081302cc30041949ae9be0b004bea79b3f867df6978')
    expect((await letter(`${KIND}&record=S-1`)).sent).toEqual([{ at: clock.now, by: 'Lin', way: 'mail' }])
    const { rows } = (await as(lin).get('/events?subject=S-1&limit=50')).body
    const event = rows.find((e: { type: string }) => e.type === 'letter.sent')
    expect(event).toMatchObject({ actor: 'Lin', clause: 'I2', body: { letter: 'supplier-request', way: 'mail' } })
    expect(JSON.stringify(event)).not.toContain('您好')
    // another letter about the same supplier has not been sent
    expect((await letter('kind=supplier-rejection&record=S-1', lu)).sent).toEqual([])
  })

  it('is of a record that there is, by who may write', async () => {
    expect((await send(lin, { record: 'S-none' })).status).toBe(404)
    expect((await send(person('a', 'Fang', 'auditor'))).status).toBe(403)
    expect((await send(person('b', 'Wu', 'owner'))).status).toBe(404)
  })

  it('is needless where nothing is owed, which is told', async () => {
    expect((await letter(`${KIND}&record=S-1`)).idle).toBe(false)
    const idle = { id: 'S-2', name: '闲置供应商', country: 'CN', kind: 'trader' }
    expect((await as(person('a', 'He', 'sourcing')).post('/suppliers', idle)).status).toBe(201)
    expect((await letter(`${KIND}&record=S-2`)).idle).toBe(true)
  })
})
