import { afterSalesCase } from '@haixuan/domain/improve/after-sales/case'
import { decideCase } from '@haixuan/domain/improve/after-sales/decide-case'
import { z } from 'zod'
import { cause } from '../../platform/cause.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { lookupOf, personFor, sealFor } from '../../platform/personal/person.ts'
import { checkAfterCase } from '../../supervise/risk/from-cases.ts'
import { because } from '../because.ts'
import { buyer, parseCase, withoutPersonal } from './case-record.ts'
import { answerBy, caseEvent } from './store.ts'

const { market, order, case: asked, policy, supplier } = afterSalesCase.shape
const input = z.strictObject({
  market,
  order,
  case: asked,
  buyer,
  project: z.string().optional(),
  product: z.string().optional().describe('with its project: the policy, class and supplier of its offer then count'),
  policy: policy.describe("the shop's; that of the offer when absent"),
  supplier: supplier.unwrap().partial({ id: true }).optional().describe('who bears it by which clause of the contract'),
})
type Input = z.output<typeof input>

export const open = command({
  name: 'case.open',
  clause: 'T4',
  roles: ['service'],
  path: '/cases',
  summary: {
    zh: '受理退换货：买家资料加密保存，不入日志',
    en: 'Open an after-sales case; what is personal of the buyer is sealed and never logged',
  },
  params: z.object({}),
  input,
  answer: z.object({ id: z.string(), version: z.int(), person: z.string(), due: z.string() }),
  async run(asked) {
    const { tx, actor, now, house } = asked
    const known = await knownOf(asked)
    const { body, personal } = withoutPersonal(parseCase(known.case), asked.input.buyer)
    // what contradicts itself is refused before it is kept; the decision itself is a step of its own
    const due = decideCase(body, house.standard).refundBy ?? answerBy(body, house)
    const id = `C-${crypto.randomUUID()}`
    const look = (kind: 'email' | 'phone' | 'order', value: string | undefined) =>
      value === undefined ? [] : [lookupOf(house.masterKey, actor.org, kind, value)]
    const person = await personFor(asked, [
      ...look('email', personal.buyer.email),
      ...look('phone', personal.buyer.phone),
    ])
    const { sealed, commitment } = await sealFor(asked, person, `case ${id}`, personal)
    const { project = null, product = null } = asked.input
    await tx
      .insertInto('after_sales_case')
      .values({
        org_id: actor.org,
        id,
        project_id: project,
        product_id: product,
        version: 1,
        body: JSON.stringify(body),
        decision: null,
        state: 'open',
        due,
        person,
        sealed,
        order_lookup: look('order', personal.order)[0] ?? null,
        kind: body.case.kind,
        market: body.market,
        currency: body.order.currency,
        created_at: now,
        updated_at: now,
      })
      .execute()
    const told = { case: body, buyer: { person, commitment }, ...(product === null ? {} : { product }) }
    return {
      events: [
        caseEvent({ id, project, supplier: known.supplier }, 'case.opened', told),
        ...(project !== null && product !== null ? await checkAfterCase(asked, project, product) : []),
      ],
      answer: { id, version: 1, person, due },
      version: 1,
      created: true,
    }
  },
})

/** The case with what the records know: the class of its product, the shop's policy, and who supplied it. */
async function knownOf({ tx, actor, input }: Pick<Asked<unknown, Input>, 'tx' | 'actor' | 'input'>) {
  const { buyer: _, project, product, supplier: bears, ...told } = input
  if (product !== undefined && project === undefined)
    throw new Problem('bad-input', { field: 'project', why: because('project-of-product-missing') })
  const row =
    project === undefined || product === undefined
      ? undefined
      : await tx
          .selectFrom('product as p')
          .leftJoin('offer as o', (on) =>
            on
              .onRef('o.org_id', '=', 'p.org_id')
              .onRef('o.project_id', '=', 'p.project_id')
              .onRef('o.product_id', '=', 'p.id'),
          )
          .select(['p.class', 'p.supplier_id', 'o.body as offer'])
          .where('p.org_id', '=', actor.org)
          .where('p.project_id', '=', project)
          .where('p.id', '=', product)
          .executeTakeFirst()
  if (product !== undefined && !row)
    throw new Problem('not-found', { why: cause('product-of-project', { product, project: project ?? '' }) })
  if (project !== undefined && product === undefined) await projectExists(tx, actor.org, project)
  const supplierId = bears?.id ?? row?.supplier_id
  if (bears && supplierId === undefined)
    throw new Problem('bad-input', { field: 'supplier.id', why: because('supplier-or-product-missing') })
  const policy = told.policy ?? row?.offer?.returns
  const lines = told.order.lines.map((l) =>
    l.class !== undefined || !row?.class || (l.product !== undefined && l.product !== product)
      ? l
      : { ...l, class: row.class },
  )
  return {
    supplier: supplierId,
    case: {
      ...told,
      order: { ...told.order, lines },
      ...(policy ? { policy } : {}),
      ...(bears ? { supplier: { ...bears, id: supplierId } } : {}),
    },
  }
}

async function projectExists(tx: Asked['tx'], org: string, project: string): Promise<void> {
  const row = await tx
    .selectFrom('project')
    .select('id')
    .where('org_id', '=', org)
    .where('id', '=', project)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: missing('project', project) })
}
