import type { StandardData } from '@haixuan/domain/flow/standard-data'
import { Desks } from '@haixuan/server/flow/desks'
import { ACTOR, type Bench } from './open-bench.ts'
import { followed, PROJECT } from './taking-in.ts'

/** A rule of one of the markets that asks a certificate of toys: changed, it is said another way and weighs less. */
function changedRule(standard: StandardData) {
  const rule = standard.rules.find(
    (r) =>
      ['eu', 'de', 'us', 'th'].includes(r.market) &&
      r.requires !== undefined &&
      'certificate' in r.requires &&
      r.applies?.class?.in?.includes('toys') &&
      r['in-force'].until === undefined,
  )
  if (!rule) throw new Error('no rule of toys')
  const rules = standard.rules.map((r) => (r === rule ? { ...r, severity: 'note' as const } : r))
  return { id: rule.id, standard: { ...standard, rules } }
}

async function decideAgain(bench: Bench, house: Parameters<Bench['work']>[0], input: object): Promise<number> {
  const id = crypto.randomUUID()
  const worker = bench.work(house)
  await bench.house.db
    .insertInto('task')
    .values({
      org_id: ACTOR.org,
      id,
      kind: 'project.decide',
      project_id: PROJECT,
      state: 'waiting',
      input: JSON.stringify({ project: PROJECT, ...input }),
      started_by: ACTOR.name,
      user_id: ACTOR.user,
      supplier_id: null,
      created_at: new Date().toISOString(),
    })
    .execute()
  const seconds = await followed(bench, id)
  await worker.stop()
  return seconds
}

/** Decides all of the project again: seconds when nothing changed, and after one rule changed, with how many it touched. */
export async function decideAllAgain(
  bench: Bench,
): Promise<{ all: number; rule: number; name: string; touched: number }> {
  const all = await decideAgain(bench, {}, {})
  const changed = changedRule(bench.house.standard)
  const desks = new Desks(changed.standard)
  const client = await bench.client()
  const count = async () =>
    Number(
      (
        await client.query(
          `select sum(case when body ->> 'about' = 'products' then (select sum(jsonb_array_length(d -> 'products'))
             from jsonb_array_elements(body -> 'decisions') d) else 1 end) as count
           from event where type = 'gate.decided' and project_id = $1`,
          [PROJECT],
        )
      ).rows[0].count,
    )
  const before = await count()
  const rule = await decideAgain(bench, { standard: changed.standard, desks }, { rules: [changed.id] })
  const touched = (await count()) - before
  await client.end()
  return { all, rule, name: changed.id, touched }
}
