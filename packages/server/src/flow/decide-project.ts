import { z } from 'zod'
import { projectFor } from '../plan/project/store.ts'
import type { NewEvent } from '../platform/events/append.ts'
import { type StepAsked, type Stepped, taskKind } from '../platform/jobs/task-kind.ts'
import { decideProducts, type Standing } from './decide-products.ts'
import { decideSupplierAlone } from './decide-suppliers.ts'

const input = z.strictObject({ project: z.string(), supplier: z.string().optional() })
type Part = z.output<typeof input>

const SUPPLIERS_AT_ONCE = 50
const PRODUCTS_AT_ONCE = 500

type Place = {
  readonly of: 'suppliers' | 'products'
  readonly after: string
  readonly done: number
  /** how much there was to do when it began: counted once, not at every step */
  readonly size?: number
}
const BEGINNING: Place = { of: 'suppliers', after: '', done: 0 }

/** P5 · Decides every supplier of a project again, or one, then the products, in batches that let commands in between. */
export const decideProject = taskKind({
  name: 'project.decide',
  input,
  async run({ step, place, input }) {
    let at = (place as Place | null) ?? BEGINNING
    for (let ended = false; !ended; )
      await step(async (asked) => {
        // shared, so that what is decided is decided under the plan as it stands
        const project = await projectFor(asked, input.project, 'share')
        const batch = await (at.of === 'suppliers'
          ? suppliersAfter(asked, project, input, at)
          : productsAfter(asked, project, input, at))
        const size = at.size ?? (await sizeOf(asked, input))
        ended = batch.ended
        at = { ...batch.place, size }
        return { ...batch.stepped, done: at.done, place: at, of: size }
      })
    return { decided: at.done }
  },
})

type Batch = { readonly stepped: Stepped; readonly place: Place; readonly ended: boolean }

async function suppliersAfter(
  asked: StepAsked,
  project: Standing,
  { supplier }: Part,
  { after, done }: Place,
): Promise<Batch> {
  const rows = await asked.tx
    .selectFrom('supplier_gate')
    .select('supplier_id as id')
    .where('org_id', '=', asked.actor.org)
    .where('project_id', '=', project.id)
    .where('supplier_id', '>', after)
    .$if(supplier !== undefined, (q) => q.where('supplier_id', '=', supplier as string))
    .orderBy('supplier_id')
    .limit(SUPPLIERS_AT_ONCE)
    .execute()
  const events: NewEvent[] = []
  for (const { id } of rows) events.push(...(await decideSupplierAlone(asked, project, id)).events)
  const last = rows.length < SUPPLIERS_AT_ONCE
  const place: Place = last
    ? { of: 'products', after: '', done: done + rows.length }
    : { of: 'suppliers', after: rows.at(-1)!.id, done: done + rows.length }
  return { stepped: { events }, place, ended: false }
}

async function productsAfter(
  asked: StepAsked,
  project: Standing,
  { supplier }: Part,
  { after, done }: Place,
): Promise<Batch> {
  const rows = await asked.tx
    .selectFrom('product')
    .select('id')
    .where('org_id', '=', asked.actor.org)
    .where('project_id', '=', project.id)
    .where('id', '>', after)
    .$if(supplier !== undefined, (q) => q.where('supplier_id', '=', supplier as string))
    .orderBy('id')
    .limit(PRODUCTS_AT_ONCE)
    .execute()
  const ids = rows.map((r) => r.id)
  const events = ids.length === 0 ? [] : await decideProducts(asked, project, { ids })
  const place: Place = { of: 'products', after: ids.at(-1) ?? after, done: done + ids.length }
  return { stepped: { events }, place, ended: ids.length < PRODUCTS_AT_ONCE }
}

async function sizeOf({ tx, actor }: StepAsked, { project, supplier }: Part): Promise<number> {
  const count = (table: 'product' | 'supplier_gate') =>
    tx
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('org_id', '=', actor.org)
      .where('project_id', '=', project)
      .$if(supplier !== undefined, (q) => q.where('supplier_id', '=', supplier as string))
      .executeTakeFirstOrThrow()
  return (await count('product')).count + (await count('supplier_gate')).count
}
