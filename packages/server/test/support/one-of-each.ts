import { readFileSync } from 'node:fs'
import { examplePack } from '@haixuan/interchange/standard/read-pack'
import type { House } from '../../src/house.ts'
import type { Actor } from '../../src/platform/commands/actor.ts'
import { asSystem, inScope } from '../../src/platform/database/scope.ts'
import { adoptList } from '../../src/select/supplier/screening/adopt.ts'
import { uploadedList } from '../../src/select/supplier/screening/lists.ts'
import { supervisedRecords } from './supervised-records.ts'
import type { Browser } from './test-auth.ts'

/** One record of every kind for organisation `a`, by its owner, through the API where there is a command for it; their ids. */
export async function oneOfEach(
  a: Browser,
  house: House,
  mark: { readonly org: string; readonly supplier: string; readonly person: string },
): Promise<Record<string, string>> {
  const made = async (path: string, body: unknown) => {
    const { status, body: answer } = await a.post(`/api/v1${path}`, body)
    if (status >= 300) throw new Error(`${path} answered ${status} ${JSON.stringify(answer)}`)
    return answer
  }
  const plan = { theme: mark.org, markets: ['sg'], date: '2026-06-06', language: 'zh', slots: 4 }
  const { id: project } = await made('/projects', { ...plan, id: 'a-project' })
  for (const [id, name] of [
    ['S-1', '第一供应商'],
    ['S-2', mark.supplier],
  ])
    await made('/suppliers', { id, name, country: 'CN', kind: 'manufacturer' })
  const listing = (sku: string, seller: string) => ({
    row: 1,
    sku,
    title: `${mark.org} ${seller} 伞`,
    description: '八骨。',
    price: { minor: 1990, currency: 'SGD' },
    images: [],
    category: [],
    seller,
    variants: [],
    attributes: [],
    language: 'zh',
  })
  await made(`/projects/${project}/products`, {
    listings: [listing('P-1', '第一供应商'), listing('P-2', mark.supplier)],
  })
  const { id: invitation } = await made('/members/invite', {
    name: mark.person,
    email: 'of-a@people.example',
    roles: ['host'],
  })
  const { id: key } = await made('/api-keys', { name: mark.person, scopes: ['read'] })
  await settledOffer(a, made, `/projects/${project}/products/P-2/offer`)
  const supervised = await supervisedRecords(a, house.db, { org: 'a', project, product: 'P-2', recalled: 'P-1' })
  const list = { method: 'PUT', url: '/api/v1/files?name=list.csv', body: 'title\n伞\n' } as const
  const { sha256 } = (await a.send(list, { 'content-type': 'text/csv' })).body
  const blocked = { ...list, url: '/api/v1/files?name=blocked.csv', body: `name,reason\n${mark.org},x\n` }
  const files = (await a.send(blocked, { 'content-type': 'text/csv' })).body.sha256
  const { task } = await made(`/projects/${project}/imports`, { sha256 })
  const { user } = (await a.get('/api/v1/me')).body
  await adopted(house, { org: 'a', user, name: 'Owner of a', roles: [] }, files)
  const { id: comment } = await made('/comments', { kind: 'product', project, id: 'P-2', text: mark.supplier })
  const { id: view } = await made('/views', { list: 'product.list', name: mark.org, query: 'q=伞', shared: true })
  const yaml = readFileSync(examplePack, 'utf8')
  const { id: pack } = await made('/rule-packs', { id: 'house', name: mark.org, yaml, reason: mark.org })
  const event = String((await a.get('/api/v1/events')).body.rows[0].id)
  await asSystem(house.db, (tx) =>
    tx
      .updateTable('member')
      .set({ email: `${mark.person}@a.example` })
      .where('org_id', '=', 'a')
      .execute(),
  )
  return {
    ...supervised,
    project,
    supplier: 'S-2',
    product: 'P-2',
    invitation,
    key,
    user,
    event,
    sha256,
    task,
    comment,
    view,
    pack,
    yaml,
    list: 'product.list',
    // a letter to it is asked for
    record: 'S-2',
    screeningList: 'own-blocked',
    files,
    version: '1',
    market: 'sg',
    markets: 'sg',
  }
}

/** Terms of a product and a statement of a period. */
async function settledOffer(a: Browser, made: (path: string, body: unknown) => Promise<unknown>, path: string) {
  const amount = (amount: string) => ({ amount, currency: 'SGD' })
  const terms = {
    markets: ['sg'],
    quantity: 10,
    pricing: { type: 'fixed', price: amount('19.90') },
    delivery: { mode: 'direct-mail-9610' },
    settlement: { mode: 'commission', instrument: 'tt', currency: 'SGD', 'cycle-days': 30, invoice: 'commercial' },
    costs: { 'unit-cost': amount('6.00') },
  }
  const { status, body } = await a.send({ method: 'PUT', url: `/api/v1${path}`, body: terms })
  if (status >= 300) throw new Error(JSON.stringify(body))
  await made(`${path}/settle`, { from: '2026-06-01', until: '2026-07-01' })
}

/** A list as the task in the background adopts it. */
const adopted = (house: House, actor: Actor, file: string) =>
  inScope(house.db, actor, async (tx) => {
    const asked = { tx, actor, house, now: house.clock(), command: 'screening-list.adopt' }
    await adoptList(asked, await uploadedList(asked, [file]), {})
  })
