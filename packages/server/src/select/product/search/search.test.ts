import type { Instant } from '@haixuan/domain/kernel/day'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { projectWith, umbrella } from '../../../../test/support/released-project.ts'
import { testDatabase } from '../../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../../test/support/test-house.ts'
import type { Db } from '../../../platform/database/open-database.ts'
import { inScope } from '../../../platform/database/scope.ts'
import { gathered } from './found.ts'

const lin = person('a', 'Lin', 'owner')
const other = person('b', 'Fa', 'owner')
const NUMBERS = ['U-1', 'U-10', 'U-100', 'U-2', 'X-U-1', 'u-3', 'Z-9']
/** Of another seller each: what is added first is the oldest. */
const SAYS = ['折叠伞', 'U 1 伞', '长柄伞', '儿童伞 U-1', 'U-1 配件', '小伞', '折叠长伞']

let db: Db
let by: ReturnType<typeof asking>
beforeAll(async () => {
  db = (await testDatabase()).db
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  by = asking(await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant })))
  for (const actor of [lin, other])
    await projectWith(
      by,
      actor,
      'june',
      NUMBERS.map((sku, i) => umbrella(sku, SAYS[i] as string)),
    )
  await sql`update candidate set created_at = created_at + array_position(${NUMBERS}::text[], id) * interval '1 minute'`.execute(
    db,
  )
})
const ids = (body: { rows: { id: string }[] }) => body.rows.map(({ id }) => id)
const listed = async (query: Record<string, string>) =>
  ids((await by(lin).get(`/projects/june/products?${new URLSearchParams(query)}`)).body)

/** All that a search finds, as many on a page as told. */
async function pages(query: Record<string, string>, limit: number): Promise<string[]> {
  const all: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const asked = new URLSearchParams({ ...query, limit: `${limit}`, ...(cursor ? { cursor } : {}) })
    const { body } = await by(lin).get(`/projects/june/products?${asked}`)
    all.push(...ids(body))
    cursor = body.next
  }
  return all
}

describe('a search that begins numbers', () => {
  test('shows those first, in their order, then what else it finds, the newest first', async () => {
    // of the rest the words u and 1 are in the number of X-U-1, added fifth, and in the title of U-2, added fourth
    const wanted = ['U-1', 'U-10', 'U-100', 'X-U-1', 'U-2']
    expect(await listed({ q: 'U-1' })).toEqual(wanted)
    expect(await listed({ q: ' u-1 ' })).toEqual(wanted)
    expect(await listed({ q: 'z' })).toEqual(['Z-9'])
  })

  test('keeps to a sort that is asked for, and to the newest first where no number begins so', async () => {
    expect(await listed({ q: 'U-1', sort: '-added' })).toEqual(['X-U-1', 'U-2', 'U-100', 'U-10', 'U-1'])
    expect(await listed({ q: '折叠' })).toEqual(['Z-9', 'U-1'])
  })

  test('gives each product once, however its pages are cut and whatever narrows it down', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('U-1', 'u', 'U-10', '伞', 'U-', 'X', ' ', 'Z-9', '-'),
        fc.constantFrom<Record<string, string>>(
          {},
          { state: 'conditional' },
          { claims: 'without' },
          { currency: 'EUR' },
        ),
        fc.integer({ min: 1, max: 4 }),
        async (q, narrowed, limit) => {
          const sorted = await listed({ q, ...narrowed, sort: 'title' })
          const all = await pages({ q, ...narrowed }, limit)
          expect(all).toEqual(await listed({ q, ...narrowed }))
          expect(all.toSorted()).toEqual(sorted.toSorted())
          const { body } = await by(lin).get(`/projects/june/product-count?${new URLSearchParams({ q, ...narrowed })}`)
          expect(body).toEqual({ count: all.length, more: false })
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('what is gathered of a search', () => {
  const gather = (q: string, most: number) =>
    inScope(db, { org: 'a', user: 'u' }, (tx) => gathered(tx, 'june', q, most), { readOnly: true })

  test('is every product that has the words, and one more than is asked for where there are more', async () => {
    expect((await gather('U-1', 9)).toSorted()).toEqual(['U-1', 'U-10', 'U-100', 'U-2', 'X-U-1'])
    expect(await gather('U-1', 2)).toHaveLength(3)
    expect(await gather('雪橇', 2)).toEqual([])
    expect(await gather('--', 2)).toEqual([])
  })

  test('of words that many have is the newest, and all where the newest alone have them', async () => {
    await inScope(db, { org: 'a', user: 'u' }, async (tx) => {
      await sql`insert into candidate (org_id, project_id, id, version, supplier_id, listing, title, likeness, search,
          created_at, updated_at)
        select org_id, project_id, 'M-' || n, 1, supplier_id, listing, title, likeness, array_to_tsvector(array['many']),
          created_at + n * interval '1 day', updated_at
        from candidate, generate_series(1, 400) n where id = 'U-1' and project_id = 'june'`.execute(tx)
      expect(await gathered(tx, 'june', 'many', 3)).toEqual(['M-400', 'M-399', 'M-398', 'M-397'])
      expect(new Set(await gathered(tx, 'june', 'many', 400)).size).toBe(400)
      expect(await gathered(tx, 'june', 'U-1', 9)).toHaveLength(5)
      await sql`delete from candidate where id like 'M-%'`.execute(tx)
    })
  })
})
