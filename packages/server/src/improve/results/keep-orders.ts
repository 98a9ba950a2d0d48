import type { OrderLine } from '@haixuan/interchange/results/read-orders'
import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'

/** I8 · Keeps orders for the settlement of their products: no buyer, only number, day, units, and what was paid and went back. */
export async function keepOrders(
  { tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>,
  project: string,
  orders: readonly OrderLine[],
): Promise<void> {
  if (orders.length === 0) return
  await sql`
    insert into shop_order as x (org_id, project_id, product_id, order_id, day, quantity, paid_minor, paid_currency,
      refunded_minor, refunded_on)
    select ${actor.org}, ${project}, o.product, o.order, o.day, o.quantity, (o.paid ->> 'minor')::bigint,
      o.paid ->> 'currency', r.minor, case when r.minor > 0 then ${now}::timestamptz::date end
    from jsonb_to_recordset(${JSON.stringify(orders)}::jsonb)
        as o (product text, "order" text, day date, quantity integer, paid jsonb, refunded jsonb),
      lateral (select least(coalesce((o.refunded ->> 'minor')::bigint, 0), (o.paid ->> 'minor')::bigint) as minor) r
    on conflict (org_id, project_id, product_id, order_id) do update
      set day = excluded.day, quantity = excluded.quantity, paid_minor = excluded.paid_minor,
        paid_currency = excluded.paid_currency, refunded_minor = excluded.refunded_minor,
        refunded_on = case when excluded.refunded_minor = 0 then null else coalesce(x.refunded_on, excluded.refunded_on) end
  `.execute(tx)
}
