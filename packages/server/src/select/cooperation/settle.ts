import { createHash } from 'node:crypto'
import { Refusal } from '@haixuan/domain/kernel/errors'
import { canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import { amount, day, toMoney } from '@haixuan/domain/select/cooperation/amount'
import { reconcile } from '@haixuan/domain/select/cooperation/settlement/reconcile'
import { STATEMENT_LINES } from '@haixuan/domain/select/cooperation/settlement/settlement-schema'
import { type Order, type OrderRefund, statement } from '@haixuan/domain/select/cooperation/settlement/statement'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import { command } from '../../platform/commands/command.ts'
import type { Settled } from '../../platform/database/tables/select.ts'
import { Problem } from '../../platform/http/problem.ts'
import { because } from '../because.ts'
import { cash } from './answers.ts'
import { offerParams as params, recordedOffer } from './change-offer.ts'
import { ordersOf } from './imported-orders.ts'
import { offerForUpdate } from './store.ts'

const MOST = 10_000
const signed = amount.extend({ amount: z.string().regex(/^-?\d+(\.\d+)?$/, 'an amount in quotes, such as "-12.90"') })
const input = z.strictObject({
  from: day,
  until: day.describe('the first day that no longer belongs to the period'),
  final: z.boolean().default(false).describe('one-off lines stand in it: slot fee, guarantee, purchase, deposit'),
  imported: z
    .boolean()
    .default(false)
    .describe('counts the orders of the period that were imported into the project, and what went back of them'),
  orders: z
    .array(z.strictObject({ id: z.string().min(1), day, quantity: z.int().positive(), paid: amount }))
    .max(MOST)
    .default([]),
  refunds: z
    .array(z.strictObject({ order: z.string().min(1), day, amount }))
    .max(MOST)
    .default([]),
  theirs: z
    .array(z.strictObject({ kind: z.enum(STATEMENT_LINES), order: z.string().optional(), amount: signed }))
    .max(MOST * 2)
    .optional()
    .describe('the lines of the payer’s statement, in the currency of the price'),
})
const answer = z.object({
  number: z.int(),
  version: z.int(),
  state: z.enum(['computed', 'differs', 'agreed']),
  total: cash,
  due: cash,
  dueDay: z.string(),
})

/** I8 · Works out what is owed for a period from its orders and refunds, and holds the payer's statement against it. */
export const settle = command({
  name: 'offer.settle',
  clause: 'I8',
  roles: ['finance'],
  path: '/projects/:project/products/:product/offer/settle',
  summary: { zh: '计算一期结算单，并与对方对账', en: 'Work out the statement of a period and reconcile it' },
  params,
  input,
  answer,
  async run(asked) {
    const { tx, actor, now, house, input, params: at } = asked
    const { id: project, plan } = await projectFor(asked, at.project, 'share')
    const stored = await offerForUpdate(asked, project, at.product)
    const offer = recordedOffer(stored?.body)
    if (input.until <= input.from)
      throw new Problem('bad-input', { field: 'until', why: because('until-not-after-from') })
    const before = await tx
      .selectFrom('settlement')
      .select(['number', 'starts', 'ends', 'body'])
      .where('org_id', '=', actor.org)
      .where('project_id', '=', project)
      .where('product_id', '=', at.product)
      .orderBy('number')
      .execute()
    const over = before.find((b) => input.from < b.ends && b.starts < input.until)
    if (over)
      throw new Refusal(
        because('statement-overlaps', { number: over.number, starts: over.starts, ends: over.ends }),
        'I8',
        {
          zh: '请选择不与已有结算单重叠的期间',
          en: 'Choose a period that overlaps none there is',
        },
      )
    const held = input.imported ? await ordersOf(asked, at, input) : { orders: [], refunds: [] }
    const orders = input.orders.map((o) => ({ ...o, paid: toMoney(o.paid, 'orders') }) as Order)
    orders.push(...held.orders)
    const refunds = input.refunds.map((r) => ({ ...r, amount: toMoney(r.amount, 'refunds') }) as OrderRefund)
    refunds.push(...held.refunds)
    const made = statement(
      { ...offer, rates: [...offer.rates, ...plan.rates] as typeof offer.rates },
      {
        orders,
        refunds,
        earlier: before.flatMap((b) => b.body.orders),
        refundedBefore: before.flatMap((b) => b.body.refunds),
        period: { from: input.from, until: input.until } as never,
        final: input.final,
        settlement: house.standard.settlement,
      },
    )
    const outside = orders.length + refunds.length - countIn(input.from, input.until, [...orders, ...refunds])
    if (outside > 0)
      throw new Problem('bad-input', {
        field: 'orders',
        why: because('orders-outside-period', { outside, from: input.from, until: input.until }),
      })
    const theirs = input.theirs?.map(({ amount: a, order, kind }) => {
      const m = toMoney({ ...a, amount: a.amount.replace('-', '') }, 'theirs')
      const money = a.amount.startsWith('-') ? { ...m, minor: -m.minor } : m
      return { kind, ...(order === undefined ? {} : { order }), amount: money }
    })
    const reconciliation = theirs ? reconcile(made, theirs) : null
    const body: Settled = { final: input.final, orders, refunds, statement: made, reconciliation }
    const number = (before.at(-1)?.number ?? 0) + 1
    const state = reconciliation && !reconciliation.agrees ? ('differs' as const) : ('computed' as const)
    const { due, dueDay, total } = made
    await tx
      .insertInto('settlement')
      .values({
        org_id: actor.org,
        project_id: project,
        product_id: at.product,
        number,
        version: 1,
        supplier_id: offer.supplier,
        starts: input.from,
        ends: input.until,
        due_day: dueDay,
        due_minor: due.minor,
        due_currency: due.currency,
        body: JSON.stringify(body),
        state,
        recorded_by: actor.name,
        recorded_at: now,
      })
      .execute()
    const sha256 = createHash('sha256')
      .update(canonicalJson(JSON.parse(JSON.stringify(body))))
      .digest('hex')
    const told = {
      number,
      from: input.from,
      until: input.until,
      final: input.final,
      total,
      due,
      'due-day': dueDay,
      sha256,
    }
    const event = {
      type: 'settlement.computed',
      subject: at.product,
      clause: 'I8',
      project,
      body: { ...told, state, ...(reconciliation ? { difference: reconciliation.difference } : {}) },
    }
    return { events: [event], answer: { number, version: 1, state, total, due, dueDay }, version: 1, created: true }
  },
})

const countIn = (from: string, until: string, all: readonly { readonly day: string }[]) =>
  all.filter((o) => from <= o.day && o.day < until).length

/** I8 · A statement holds once someone else in finance agrees to it; one that the payer sees otherwise, with a reason. */
export const agreeSettlement = command({
  name: 'offer.agree-settlement',
  clause: 'I8',
  roles: ['finance'],
  path: '/projects/:project/products/:product/offer/agree-settlement',
  summary: { zh: '由计算人以外的财务确认结算单', en: 'Agree to a statement, as someone other than who worked it out' },
  params,
  input: z.strictObject({ number: z.int().positive(), reason: z.string().min(4).optional() }),
  answer,
  async run(asked) {
    const { tx, actor, now, input, params: at } = asked
    const { id: project } = await projectFor(asked, at.project, 'share')
    const of = tx
      .selectFrom('settlement')
      .select(['state', 'version', 'recorded_by', 'body'])
      .where('org_id', '=', actor.org)
      .where('project_id', '=', project)
      .where('product_id', '=', at.product)
      .where('number', '=', input.number)
    const found = await of.forUpdate().executeTakeFirst()
    if (!found)
      throw new Problem('not-found', {
        why: because('statement-exists', { number: input.number, product: at.product }),
      })
    if (found.state === 'agreed')
      throw new Refusal(because('statement-agreed'), 'I8', { zh: '无需再次确认', en: 'It needs no further agreement' })
    if (found.recorded_by === actor.name)
      throw new Refusal(because('statement-second-person'), 'I8', {
        zh: '请由另一名财务人员确认',
        en: 'Have another person in finance agree',
      })
    if (found.state === 'differs' && !input.reason)
      throw new Refusal(because('payer-sum-differs'), 'I8', {
        zh: '请说明接受差额的理由',
        en: 'Give the reason why the difference is accepted',
      })
    const version = found.version + 1
    await tx
      .updateTable('settlement')
      .set({ state: 'agreed', version, agreed_by: actor.name, agreed_at: now })
      .where('org_id', '=', actor.org)
      .where('project_id', '=', project)
      .where('product_id', '=', at.product)
      .where('number', '=', input.number)
      .execute()
    const { total, due, dueDay } = found.body.statement
    const event = {
      type: 'settlement.agreed',
      subject: at.product,
      clause: 'I8',
      project,
      body: { number: input.number, due, ...(input.reason ? { reason: input.reason } : {}) },
    }
    return {
      events: [event],
      answer: { number: input.number, version, state: 'agreed' as const, total, due, dueDay },
      version,
    }
  },
})
