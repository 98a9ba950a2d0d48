import fc from 'fast-check'
import { sql } from 'kysely'
import { Client } from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { clientConfig } from '../../platform/database/connection.ts'

const { db, connection } = await testDatabase()
const SUPPLIERS = ['S-1', 'S-2', 'S-3']
const OUTCOMES = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`)
const CLASSES = [null, 'toys', 'lighting']
const CHANNELS = [null, 'fair']
const CURRENCIES = [null, 'EUR', 'CNY']

beforeEach(async () => {
  await sql`delete from candidate; delete from likeness; delete from project; delete from organisation`.execute(db)
  await sql`insert into organisation (id, name) values ('a', 'a')`.execute(db)
  await sql`insert into project (org_id, id, version, plan, name, day, created_at, updated_at)
    select 'a', p, 1, '{}', p, '2026-06-06', now(), now() from unnest(array['rain', 'sun']) p`.execute(db)
  await sql`insert into likeness (org_id, project_id, id, readers, outcome, about, has_offer, findings)
    select 'a', p, o, '', o, '{}', false, '[]' from unnest(array['rain', 'sun']) p, unnest(${OUTCOMES}::uuid[]) o`.execute(
    db,
  )
})

/** Counted from the products themselves, in another way: none of the table that is kept. */
const counted = async () => {
  const { rows } = await sql<{ project: string; likeness: string; n: number }>`
    select project_id as project, '' as supplier, likeness, coalesce(class, '') as class, coalesce(channel, '') as channel,
      coalesce(price_currency, '') as currency, count(*)::int as n from candidate group by 1, 3, 4, 5, 6
    union all
    select project_id, supplier_id, likeness, coalesce(class, ''), coalesce(channel, ''), coalesce(price_currency, ''),
      count(*)::int from candidate group by 1, 2, 3, 4, 5, 6
    order by 1, 2, 3, 4, 5, 6`.execute(db)
  return rows
}
const kept = async () => {
  const { rows } = await sql<object>`
    select project_id as project, supplier_id as supplier, likeness, class, channel, currency, sum(n)::int as n
    from alike_count group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6`.execute(db)
  return rows
}

const of = <T>(all: readonly T[]) => fc.constantFrom(...all)
const product = fc.record({
  project: of(['rain', 'sun']),
  id: fc.integer({ min: 0, max: 30 }).map((n) => `P-${n}`),
  supplier: of(SUPPLIERS),
  likeness: of(OUTCOMES),
  class: of(CLASSES),
  channel: of(CHANNELS),
  currency: of(CURRENCIES),
})
const change = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), products: fc.array(product, { minLength: 1, maxLength: 12 }) }),
  fc.record({
    kind: fc.constant('turn' as const),
    from: of(OUTCOMES),
    likeness: of(OUTCOMES),
    supplier: of([null, ...SUPPLIERS]),
  }),
  fc.record({ kind: fc.constant('edit' as const), to: product }),
  fc.record({ kind: fc.constant('move' as const), from: of(SUPPLIERS), to: of(SUPPLIERS) }),
  fc.record({ kind: fc.constant('drop' as const), project: of(['rain', 'sun', null]), supplier: of(SUPPLIERS) }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

const made = (at: Change): Promise<unknown> => {
  switch (at.kind) {
    case 'add':
      return sql`
        insert into candidate (org_id, project_id, id, version, supplier_id, listing, facts, title, class, price_currency,
          likeness, search, created_at, updated_at)
        select 'a', r.project, r.id, 1, r.supplier, '{}', jsonb_build_object('channel', r.channel), r.id, r.class, r.currency,
          r.likeness, '', now(), now()
        from jsonb_to_recordset(${JSON.stringify(at.products)}::jsonb) as r (project text, id text, supplier text,
          likeness uuid, class text, channel text, currency text)
        on conflict do nothing`.execute(db)
    case 'turn':
      return sql`update candidate set likeness = ${at.likeness}::uuid where likeness = ${at.from}::uuid
        and (${at.supplier}::text is null or supplier_id = ${at.supplier})`.execute(db)
    case 'edit':
      return sql`update candidate set version = version + 1, class = ${at.to.class}, price_currency = ${at.to.currency},
          facts = jsonb_build_object('channel', ${at.to.channel}::text)
        where project_id = ${at.to.project} and id = ${at.to.id}`.execute(db)
    case 'move':
      return sql`update candidate set supplier_id = ${at.to} where supplier_id = ${at.from}`.execute(db)
    default:
      return sql`delete from candidate where supplier_id = ${at.supplier}
        and (${at.project}::text is null or project_id = ${at.project})`.execute(db)
  }
}

describe('how many products came out alike', () => {
  test('is what counting them one by one gives, whatever was written', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(change, { minLength: 3, maxLength: 12 }), async (changes) => {
          for (const each of changes) {
            await made(each)
            expect(await kept()).toEqual(await counted())
          }
        })
        .beforeEach(() => sql`delete from candidate`.execute(db).then(() => {})),
      { numRuns: 40 },
    )
  })

  test('waits for nobody, and is true to each transaction and to what was committed', async () => {
    await made({ kind: 'add', products: SUPPLIERS.map((supplier, i) => ({ ...ONE, supplier, id: `P-${i}` })) })
    const others = await Promise.all(
      [0, 1, 2].map(async () => {
        const client = new Client(clientConfig(connection, 'other'))
        await client.connect()
        await client.query(`begin`)
        await client.query(`set local lock_timeout = '2s'`)
        return client
      }),
    )
    // three at once, all from one outcome to another
    for (const [i, client] of others.entries())
      await client.query('update candidate set likeness = $1 where id = $2', [OUTCOMES[1], `P-${i}`])
    const mine = `select coalesce(sum(n), 0)::int as n from alike_count where supplier_id = '' and likeness = '${OUTCOMES[1]}'`
    for (const client of others) expect((await client.query(mine)).rows).toEqual([{ n: 1 }])
    await others[0]?.query('commit')
    await others[1]?.query('rollback')
    await others[2]?.query('commit')
    expect(await kept()).toEqual(await counted())
    await made({ kind: 'turn', from: OUTCOMES[1] as string, likeness: OUTCOMES[2] as string, supplier: null })
    expect(await kept()).toEqual(await counted())
    for (const client of others) await client.end()
  })

  test('goes with the outcome that no product has any more', async () => {
    await made({ kind: 'add', products: [ONE] })
    await made({ kind: 'turn', from: ONE.likeness, likeness: OUTCOMES[3] as string, supplier: null })
    await sql`delete from likeness where id = ${ONE.likeness}::uuid`.execute(db)
    const { rows } = await sql<object>`select distinct likeness from alike_count`.execute(db)
    expect(rows).toEqual([{ likeness: OUTCOMES[3] }])
  })
})

const finding = fc.record(
  {
    check: of(['product.class.sure', 'product.price.named']),
    clause: of(['I3', 'I5']),
    gate: of(['product', 'cooperation']),
    severity: of(['block', 'warn', 'note']),
    state: of(['wrong', 'missing']),
    owner: of(['supplier', 'quality']),
    statutory: fc.boolean(),
    due: of(['2026-06-01', '2026-07-01']),
    waived: fc.constant({ until: '2026-08-01' }),
  },
  { requiredKeys: ['check', 'clause', 'gate', 'severity', 'state', 'owner', 'statutory'] },
)

test('what holds products that are alike is kept as their findings tell it, and turns with them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(of(OUTCOMES), fc.array(finding)), { minLength: 1, maxLength: 6 }),
      async (turns) => {
        for (const [outcome, findings] of turns) {
          await sql`update likeness set findings = ${JSON.stringify(findings)}::jsonb where id = ${outcome}::uuid`.execute(
            db,
          )
          const { rows } = await sql<object>`
          select place, "check", clause, gate, owner, due, wrong, statutory, waived from alike_finding
          where project_id = 'sun' and likeness = ${outcome}::uuid order by place`.execute(db)
          const holding = findings.flatMap(({ severity, state, waived, due = null, ...rest }, i) =>
            severity === 'block'
              ? [{ place: i + 1, ...rest, due, wrong: state === 'wrong', waived: waived !== undefined }]
              : [],
          )
          expect(rows).toEqual(holding)
        }
      },
    ),
    { numRuns: 25 },
  )
})

const ONE = {
  project: 'rain',
  id: 'P-0',
  supplier: 'S-1',
  likeness: OUTCOMES[0] as string,
  class: 'toys',
  channel: null,
  currency: 'EUR',
}
