import type { Project } from '@haixuan/domain/plan/project'
import { clockAfter, slotTimes } from '@haixuan/domain/select/lineup/board/slot-times'
import { holdsOn } from '@haixuan/domain/select/product/claims/held'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { House } from '../../house.ts'
import { cause } from '../../platform/cause.ts'
import type { Tables } from '../../platform/database/tables.ts'
import { Problem } from '../../platform/http/problem.ts'
import { gateState, text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { claimsIn } from '../../supervise/live/claims.ts'
import { boardRole, cash } from './answers.ts'
import { seatsOf } from './candidates.ts'
import { lineupWith } from './lineup-with.ts'

const card = z.object({
  slot: z.int(),
  time: z.string().nullable(),
  phase: text,
  role: boardRole.nullable(),
  product: z.string(),
  title: z.string(),
  price: cash.nullable(),
  state: gateState,
  mayClaim: z
    .array(z.object({ words: z.string(), proof: z.string().nullable() }))
    .describe('words that evidence in force stands behind'),
  scripts: z
    .array(z.object({ language: z.string(), text: z.string() }))
    .describe('only those whose every claim is carried'),
  held: z.int().describe('scripts left out for a claim without proof'),
  avoid: z.array(z.object({ words: z.string(), instead: z.string() })),
  substitute: z.string().nullable(),
})

/** S3, I9 · A card for each slot: what the host may say of it, and what not. Evidenced claims alone. */
export async function scriptCardsOf(
  { tx, org, house }: { readonly tx: Transaction<Tables>; readonly org: string; readonly house: House },
  project: string,
): Promise<{ readonly plan: Project; readonly cards: z.input<typeof card>[] } | undefined> {
  const found = await lineupWith(tx, org, project)
  const row = await tx
    .selectFrom('project')
    .select('plan')
    .where('org_id', '=', org)
    .where('id', '=', project)
    .executeTakeFirst()
  if (!found || !row) return undefined
  const { lineup, productOf } = found
  const { plan } = row
  const slots = lineup.body.slots.filter((s) => s.product !== null)
  const ids = slots.map((s) => s.product as string)
  const known =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('product')
          .select(['id', 'class', 'facts', 'listing'])
          .where('org_id', '=', org)
          .where('project_id', '=', project)
          .where('id', 'in', ids)
          .execute()
  const facts = new Map(known.map((k) => [k.id, k]))
  const now = house.clock()
  const today = holdsOn(dayHere(house, now))
  const times = slotTimes(seatsOf(lineup.body.slots), lineup.plan?.minutesPerSlot ?? undefined)
  const phases = new Map(lineup.plan?.phases.map((p) => [p.id, p.name]))
  const cards = slots.flatMap((s) => {
    const product = productOf(s.product)
    const about = facts.get(s.product as string)
    if (!product || !about) return []
    const find = claimsIn(house, plan, now, about)
    const scripts = plan.scripts.filter((x) => x.product === product.id)
    const proven = scripts.filter((x) => find(x.text, x.language).every((c) => c.carried))
    const { title, description, language } = about.listing
    const avoid = find(`${title}\n${description}`, language).filter((c) => !c.carried)
    const at = times?.[s.slot - 1]
    return [
      {
        slot: s.slot,
        time: plan.time && at ? clockAfter(plan.time, at.from) : null,
        phase: phases.get(s.phase) ?? { zh: s.phase, en: s.phase },
        role: s.role,
        product: product.id,
        title: product.title,
        price: product.price,
        state: product.state,
        mayClaim: (about.facts?.['claim-evidence'] ?? []).filter(today).map((e) => ({ words: e.words, proof: e.type })),
        scripts: proven.map(({ language, text }) => ({ language, text })),
        held: scripts.length - proven.length,
        avoid: [...new Map(avoid.map((c) => [c.words, { words: c.words, instead: c.softer }])).values()],
        substitute: productOf(s.substitute)?.title ?? null,
      },
    ]
  })
  return { plan, cards }
}

export const scriptCards = query({
  name: 'lineup.script-cards',
  path: '/projects/:project/lineup/script-cards',
  summary: { zh: '话术卡：只含有据宣称', en: 'Script cards: evidenced claims alone' },
  params: z.object({ project: z.string() }),
  query: z.object({}),
  answer: z.object({ cards: z.array(card) }),
  async run({ tx, actor, params, house }) {
    const found = await scriptCardsOf({ tx, org: actor.org, house }, params.project)
    if (!found) throw new Problem('not-found', { why: cause('lineup-not-proposed', { id: params.project }) })
    return { cards: found.cards }
  },
})
