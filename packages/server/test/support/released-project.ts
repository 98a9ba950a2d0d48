import type { Lineup } from '@haixuan/domain/select/lineup/lineup'
import type { Actor } from '../../src/platform/commands/actor.ts'
import type { Db } from '../../src/platform/database/open-database.ts'
import { asSystem } from '../../src/platform/database/scope.ts'
import { standIn } from './standing-in.ts'
import type { asking } from './test-house.ts'

export const umbrella = (sku: string, title: string, more: object = {}) => ({
  row: 1,
  sku,
  title,
  description: '八骨，涤纶伞面。',
  price: { minor: 1990, currency: 'SGD' },
  images: ['https://shop.example/u.jpg'],
  category: ['居家', '雨具'],
  seller: '示例伞业有限公司',
  variants: [],
  attributes: [],
  language: 'zh',
  ...more,
})

/** A project with products, made by a selection manager. */
export async function projectWith(
  as: ReturnType<typeof asking>,
  by: Actor,
  id: string,
  listings: readonly object[],
  more: object = {},
): Promise<void> {
  const plan = {
    id,
    theme: '雨季居家护理',
    markets: ['sg'],
    date: '2026-06-06',
    language: 'zh',
    slots: 4,
    time: '20:00',
    'time-zone': 'Asia/Singapore',
    ...more,
  }
  const made = await as(by).post('/projects', plan)
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  const added = await as(by).post(`/projects/${id}/products`, { listings })
  if (added.status !== 201) throw new Error(JSON.stringify(added.body))
}

type Placed = { readonly product: string | null; readonly substitute?: string }

/** The lineup of a project as it stands once it is released, with its products as if every gate had passed. */
export async function release(db: Db, org: string, project: string, placed: readonly Placed[]): Promise<void> {
  const slots = placed.map(({ product, substitute }, i) => ({
    slot: i + 1,
    phase: 'body',
    product,
    role: 'regular',
    points: null,
    locked: false,
    released: product !== null,
    why: { zh: '', en: '' },
    substitute: substitute ?? null,
    substituteWhy: { zh: '', en: '' },
  }))
  const filled = slots.filter((s) => s.product !== null).length
  const solved = { objective: 0, bound: 0, gap: 0, proven: true, conflicts: [], leftOut: [] }
  const work = { candidates: filled }
  const body = { ...solved, slots, filled, released: filled, provisional: 0, work } as unknown as Lineup
  const at = '2026-06-01T08:00:00.000Z'
  await asSystem(db, async (tx) => {
    await tx
      .insertInto('lineup')
      .values({
        org_id: org,
        project_id: project,
        version: 1,
        body: JSON.stringify(body),
        filled,
        released: filled,
        proposed_by: 'Lin',
        proposed_at: at,
        released_by: 'Wang',
        released_at: at,
      })
      .execute()
    const ids = slots.flatMap((s) => [s.product, s.substitute]).filter((id) => id !== null)
    await standIn(tx, 'passed', { org, project, ids })
  })
}
