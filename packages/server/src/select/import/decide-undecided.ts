import { decideLater } from '../../flow/decide/decide-all.ts'
import { decideProducts } from '../../flow/decide/decide-products.ts'
import { projectFor } from '../../plan/project/store.ts'
import type { Job } from '../../platform/jobs/task-kind.ts'

const PRODUCTS_AT_ONCE = 500

type Place = { readonly decided?: { readonly after: string; readonly count: number } }
type Imported = {
  /** of the list that was read */
  readonly rows: number
  /** suppliers whose gate turned by what they sell now: their products of before are decided again */
  readonly turned: readonly string[]
}

/** Decides the products of a project that never were, in batches that let commands in between, and has others decided again. */
export async function decideUndecided(
  { step }: Pick<Job<object>, 'step'>,
  project: string,
  from: Place & object,
  { rows, turned }: Imported,
): Promise<void> {
  let { after, count } = from.decided ?? { after: '', count: 0 }
  for (let ended = false; !ended; )
    await step(async (asked) => {
      const standing = await projectFor(asked, project, 'share')
      const found = await asked.tx
        .selectFrom('candidate')
        .select('id')
        .where('org_id', '=', asked.actor.org)
        .where('project_id', '=', project)
        .where('decided_at', 'is', null)
        .where('id', '>', after)
        .orderBy('id')
        .limit(PRODUCTS_AT_ONCE)
        .execute()
      const ids = found.map((r) => r.id)
      ended = ids.length < PRODUCTS_AT_ONCE
      const events = ids.length === 0 ? [] : await decideProducts(asked, standing, { ids })
      if (ended) for (const supplier of turned) await decideLater(asked, { project, supplier })
      after = ids.at(-1) ?? after
      count += ids.length
      return { events, place: { ...from, decided: { after, count } }, done: rows }
    })
}
