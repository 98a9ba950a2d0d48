import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { oneOfEach } from '../../../test/support/one-of-each.ts'
import { type Route, requestOf, routesOf } from '../../../test/support/routes-of.ts'
import { type Browser, ownerOf, signInApp } from '../../../test/support/test-auth.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import type { Db } from '../database/open-database.ts'
import { asSystem } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'

const NOWHERE = 'qxzw'
const MARK = { org: '甲企', supplier: '乙供应商', person: '丙之人' }

/** Words of a row of each list as screens say them, in either language and any case; `,` stands between what is looked for. */
const WORDS: Readonly<Record<string, string>> = {
  'alert.list': '退货率, RETURN RATE, 乙供应商, P-2',
  'api-key.list': '丙之人, READ',
  'archive.list': 'shen, 甲企, made-before',
  'breach.list': '主播行为, shen, 停播一场, 原价 shen',
  'case.list': '无理由退货, withdrawal, 待裁定, 新加坡, singapore, 乙供应商 伞, p-2',
  'comment.list': '乙供应商, owner of',
  'delivery.list': 'HOOK, 裁定退换货, case decided, case hook',
  'event.list': '规则, rule pack, OWNER, 甲企, 乙供应商, m3, 登记产品 乙供应商, owner lot',
  'hold.list': '伞骨, P-1, 甲企',
  'import.faults': '价格, PRICE, price missing, 7',
  'legal-hold.list': '平台调查, 甲企, OWNER',
  'lineup.versions': '求解, proposed, shen',
  'live.log': '标准重量, WEIGHT, 乙供应商',
  'lot.list': 'l-1, 乙供应商',
  'member.invitations': '丙之人, PEOPLE.example, 主播, host',
  'member.list': 'OWNER of, 所有者',
  'nonconformity.list': '伞骨, nc-, 乙供应商',
  'notification.list': '召回, recall, shen',
  'offer.list': '乙供应商',
  'offer.settlements': '乙供应商',
  'paper-notice.list': '营业执照, LICENCE, 乙供应商',
  'product.eligibility': '乙供应商, p-2',
  'product.list': '乙供应商, p-2',
  'project.list': '甲企, A-project',
  'project.suppliers': '乙供应商, s-2',
  'project.versions': 'OWNER, recall',
  'recall.list': '停止销售, OWNER, 甲企',
  'results.list': '乙供应商, s-2, 家居',
  'retention.list': '甲企, a-PROJECT, 新加坡, singapore',
  'risk.subjects': '乙供应商, P-2',
  'rule-pack.list': '甲企, HOUSE',
  'screening-change.list': '甲企',
  'screening-party.list': '甲企',
  'suggestion.list': '更换批次, 退货率, return rate, 甲企',
  'supplier.list': '乙供应商, s-2',
  'supplier.offers': '乙供应商, P-2',
  'supplier.products': '乙供应商',
  'supplier.scorecards': '乙供应商',
  'task.list': '导入产品, IMPORT of, 甲企',
  'work.list': '乙供应商',
}
/** Lists that are not searched, and why. */
const NONE: Readonly<Record<string, string>> = {
  'screening-list.compare':
    'is made of uploaded files that nobody has adopted yet; once adopted it is screening-change.list',
}

/** Lists whose rows take more to make; the test that searches them. */
const ELSEWHERE = ['lineup.alternatives'] // select/lineup/lineup.test.ts

let a: Browser
let lists: Route[]
let ids: Record<string, string>
beforeAll(async () => {
  const { db } = await testDatabase()
  const { app, house } = await signInApp(db)
  a = await ownerOf(db, app, 'a')
  ids = { ...(await oneOfEach(a, house, MARK)), kind: 'product', id: 'P-2' }
  await rowsWithoutCommands(db, ids)
  lists = pagedLists(app)
}, 60_000)

const pagedLists = (app: FastifyInstance) =>
  routesOf(app.swagger()).filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'))

async function found(name: string, q?: string): Promise<unknown[]> {
  const route = lists.find((list) => list.name === name) as Route
  const { pathname, searchParams } = new URL(requestOf(route, ids).url, 'http://a.example')
  if (name === 'comment.list') for (const key of ['project', 'kind', 'id']) searchParams.set(key, ids[key]!)
  if (q !== undefined) searchParams.set('q', q)
  const { status, body } = await a.get(`${pathname}?${searchParams}`)
  expect(status, `${name} ${q}`).toBe(200)
  return body.rows
}

/** Rows that come of work in the background, or of another person's. */
async function rowsWithoutCommands(db: Db, { project, task, receiver, user }: Record<string, string>): Promise<void> {
  const at = '2026-05-01T12:00:00.000Z'
  const product = { project_id: project, product_id: 'P-2' }
  const insert = <T extends keyof Tables>(table: T, row: object) =>
    asSystem(db, (tx) =>
      tx
        .insertInto(table)
        .values({ org_id: 'a', ...row } as never)
        .execute(),
    )
  const paper = {
    supplier_id: 'S-2',
    kind: 'document',
    paper: 'L-1',
    until: '2026-06-01',
    threshold: 30,
    raised_at: at,
  }
  await insert('paper_notice', { ...paper, name: JSON.stringify({ zh: '营业执照', en: 'Business licence' }) })
  const reason = JSON.stringify({ zh: '缺少价格', en: 'the price is missing' })
  await insert('import_fault', { task_id: task, row: 7, field: 'price', reason })
  await insert('delivery', {
    receiver_id: receiver,
    event_id: 1,
    state: 'waiting',
    type: 'case.decided',
    created_at: at,
  })
  const facts = JSON.stringify({ by: 'Shen' })
  await insert('notification', {
    user_id: user,
    kind: 'recall',
    about: JSON.stringify({ kind: 'recall', id: 'RC-1' }),
    facts,
    at,
  })
  const said = JSON.stringify({ text: '标准重量 Weight' })
  await insert('live_entry', { id: 'said-1', ...product, version: 2, kind: 'said', body: said, at })
  const proposed = { at, type: 'lineup.decided', actor: 'Shen', subject: project, clause: 'I9', project_id: project }
  await insert('happening', { ...proposed, body: '{"slots":[]}' })
}

describe('every list that comes in pages', () => {
  it('takes a search text, or says why not', () => {
    const searched = lists.filter(({ parameters }) => parameters.some((p) => p.name === 'q')).map(({ name }) => name)
    expect(lists.map(({ name }) => name).filter((name) => !searched.includes(name))).toEqual(Object.keys(NONE))
    expect(searched.toSorted()).toEqual([...Object.keys(WORDS), ...ELSEWHERE].toSorted())
  })

  it.each(Object.entries(WORDS))('%s finds a row by each of: %s', async (name, words) => {
    const missed = []
    for (const q of words.split(', ')) if ((await found(name, q)).length === 0) missed.push(q)
    expect(missed).toEqual([])
  })

  it.each(Object.entries(WORDS))('%s finds nothing by a word that is nowhere', async (name, words) => {
    expect(await found(name, NOWHERE)).toEqual([])
    // every word is asked for, not one of them
    expect(await found(name, `${words.split(', ')[0]} ${NOWHERE}`)).toEqual([])
  })

  it.each(Object.keys(WORDS))('%s shows all it has for a text without words', async (name) => {
    expect((await found(name, '  ')).length).toBe((await found(name)).length)
  })
})
