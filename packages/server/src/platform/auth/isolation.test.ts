import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { oneOfEach } from '../../../test/support/one-of-each.ts'
import { parametersOf, type Route, requestOf, routesOf } from '../../../test/support/routes-of.ts'
import { Browser, joined, ownerOf, signInApp } from '../../../test/support/test-auth.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.ts'
import { downloads } from '../../rooms.ts'
import { sealOrganisation } from '../events/seal.ts'

/** Words that stand in what belongs to A, to the supplier S-2 of A, and to people of A, and nowhere else. */
const MARK = { org: '甲独有', supplier: '乙供应商独有', person: '甲之人' }

let db: TestDatabase['db']
let app: FastifyInstance
let a: Browser
let routes: Route[]
let tables: Route[]
/** ids of A by the name that parameters and fields have; those of a supplier are of S-2 */
let ids: Record<string, string>

beforeAll(async () => {
  db = (await testDatabase()).db
  const { app: made, house } = await signInApp(db)
  app = made
  a = await ownerOf(db, app, 'a')
  ids = await oneOfEach(a, house, MARK)
  await sealOrganisation(db, house.masterKey, 'a')
  const documented = routesOf(app.swagger())
  tables = tablesOf(documented)
  routes = [...documented, ...tables]
}, 180_000)

describe('every route of the document, with the ids of organisation A', { timeout: 180_000 }, () => {
  it('has ids of A for its parameters', () => {
    const parameters = new Set(routes.flatMap(parametersOf))
    const missing = [...parameters].filter((name) => ids[name] === undefined)
    expect(missing, 'add an id of A for these in one-of-each').toEqual([])
    expect(routes.filter(({ method }) => method === 'GET').length).toBeGreaterThan(5)
    expect(tables.length).toBeGreaterThan(15)
    expect(routes.filter(({ method }) => method !== 'GET').length).toBeGreaterThan(20)
  })

  it('shows and changes nothing for the owner of B', async () => {
    const seen = await callAll(await ownerOf(db, app, 'b'))
    expect(seen.filter(({ text }) => Object.values(MARK).some((mark) => text.includes(mark)))).toEqual([])
    expect(seen.filter(({ status }) => status >= 500)).toEqual([])
    // a sample that its schema refuses would prove nothing
    expect(
      seen.filter(({ status, route }) => status === 400 && route.body).map(({ route, text }) => [route.name, text]),
    ).toEqual([])
    const ofA = seen.filter(({ route }) => route.path.includes('{'))
    expect(ofA.filter(({ status, text }) => ![403, 404].includes(status) && !isEmptyList(text)).map(brief)).toEqual([])
  })

  it('shows and changes nothing of one supplier for the account of another', async () => {
    // a candidate of its own for a project it stands in is its to add; supplier-account.test.ts sees that it is no other's
    const seen = await callAll(await joined(a, 'Lieferant', ['supplier'], 'S-1'), { except: ['product.nominate'] })
    expect(seen.filter(({ text }) => text.includes(MARK.supplier) || text.includes(MARK.person)).map(brief)).toEqual([])
    // a file, and what is each person's own, is all that it may change without an id of A
    const changes = seen.filter((s) => !isQuery(s) && !isPersonal(s) && s.route.name !== 'file.store')
    expect(changes.filter(({ status }) => ![403, 404].includes(status)).map(brief)).toEqual([])
    expect(seen.filter(({ status }) => status >= 500).map(brief)).toEqual([])
  })

  it('changes nothing for an auditor of A, who sees it', async () => {
    const seen = await callAll(await joined(a, 'Auditor', ['auditor']))
    const [asked, changes] = [seen.filter(isQuery), seen.filter((s) => !isQuery(s) && !isPersonal(s))]
    expect(changes.filter(({ status }) => status !== 403).map(brief)).toEqual([])
    expect(asked.filter(({ status }) => status >= 400 && status !== 403).map(brief)).toEqual([])
    expect(asked.some(({ text }) => text.includes(MARK.supplier))).toBe(true)
  })

  it('answers nobody', async () => {
    const seen = await callAll(new Browser(app))
    expect(seen.filter(({ status }) => status !== 401).map(brief)).toEqual([])
  })

  it('reaches the records when A itself sends the same requests: the refusals above are no accident', async () => {
    const seen = (await callAll(a, { changing: true })).filter(({ route }) => route.path.includes('{'))
    const reached = seen.filter(({ status }) => ![400, 403, 404].includes(status))
    expect(reached.length / seen.length).toBeGreaterThan(0.8)
    expect(seen.filter((s) => isQuery(s) && s.status !== 200).map(brief)).toEqual([])
  })
})

type Seen = { readonly route: Route; readonly status: number; readonly text: string }
const brief = ({ route, status, text }: Seen) => [route.method, route.path, status, text.slice(0, 200)]
const isQuery = ({ route }: Seen) => route.method === 'GET'
/** What each keeps for themselves, whoever they are: of these a stranger changes their own rows alone. */
const PERSONAL = {
  routes: ['notification.read', 'preference.set', 'view.save', 'view.change', 'view.remove'],
  tables: ['notification', 'preference', 'saved_view', 'answered'],
}
const isPersonal = ({ route }: Seen) => PERSONAL.routes.includes(route.name)
/** a list without rows, or a table with its header alone */
const isEmptyList = (text: string) => /^(\{("rows":\[\]|"count":0),.*|\uFEFF[^\n]*\r\n)$/s.test(text)
/** every list as a table to save: the document leaves them out */
const tablesOf = (routes: readonly Route[]): Route[] => {
  const saved = new Set(downloads.map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}')))
  return routes
    .filter(({ method, path }) => method === 'GET' && saved.has(`${path}.csv`))
    .map((route) => ({ ...route, name: `${route.name}.csv`, path: `${route.path}.csv` }))
}

/** Calls every route as somebody, and sees that no row of A is another afterwards. */
async function callAll(
  browser: Browser,
  { changing = false, except = [] }: { readonly changing?: boolean; readonly except?: readonly string[] } = {},
): Promise<Seen[]> {
  const { user } = (await browser.get('/api/v1/me')).body
  const rowsOfA = () => rowsOfAExceptOwn(user)
  const before = await rowsOfA()
  const seen: Seen[] = []
  for (const route of routes.filter(({ name }) => !except.includes(name))) {
    const { reply } = await browser.send(requestOf(route, ids), { 'if-match': '"1"' })
    seen.push({ route, status: reply.statusCode, text: reply.body })
    if (!changing && JSON.stringify(await rowsOfA()) !== JSON.stringify(before))
      expect(await rowsOfA(), `${route.method} ${route.path} changed rows of A`).toEqual(before)
  }
  return seen
}

/** Every row of A in every table that has an organisation, except what this person keeps for themselves. */
async function rowsOfAExceptOwn(user: string | undefined): Promise<Record<string, unknown>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'org_id' order by table_name`.execute(db)
  const all = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await sql<{ row: unknown }>`
        select to_jsonb(t) as row from ${sql.table(name)} t where org_id = 'a'
          and not (${PERSONAL.tables.includes(name)} and to_jsonb(t) ->> 'user_id' is not distinct from ${user ?? null})
        order by t::text`.execute(db)
      return [name, rows.rows.map(({ row }) => row)] as const
    }),
  )
  return Object.fromEntries(all)
}
