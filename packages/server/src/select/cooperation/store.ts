import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { Asked } from '../../platform/commands/command.ts'

type In = Pick<Asked, 'tx' | 'actor'>

/** The offer of a product, locked for the rest of the transaction. */
export const offerForUpdate = ({ tx, actor }: In, project: string, product: string) =>
  tx
    .selectFrom('offer')
    .select(['id', 'version', 'body', 'supplier_id', 'answer', 'waits'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where('product_id', '=', product)
    .forUpdate()
    .executeTakeFirst()

export async function putOffer(
  { tx, actor }: In,
  project: string,
  { body, version, waits }: { readonly body: Offer; readonly version: number; readonly waits: boolean },
  now: string,
): Promise<void> {
  const changed = { body: JSON.stringify(body), version, waits, updated_at: now }
  await tx
    .insertInto('offer')
    .values({
      org_id: actor.org,
      id: body.id,
      project_id: project,
      product_id: body.product,
      supplier_id: body.supplier,
      created_at: now,
      ...changed,
    })
    .onConflict((c) => c.columns(['org_id', 'project_id', 'product_id']).doUpdateSet(changed))
    .execute()
}
