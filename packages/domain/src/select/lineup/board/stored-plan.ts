import { z } from 'zod'
import { bilingual } from '../../../gate/rule.ts'
import { ROLES } from '../../../gate/words.ts'
import type { LineupPlan } from '../fill-settings.ts'

const whole = z.int()
const bounds = { min: whole, max: whole, firm: z.boolean() }
const group = z.strictObject(bounds).optional()

/** The settings of a lineup as they are kept and sent: all defaults filled in, no sets, no infinities. */
export const storedPlan = z.strictObject({
  slots: whole,
  minutesPerSlot: z.number().nullable(),
  currency: z.string(),
  phases: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingual,
      slots: whole,
      roles: z.record(z.enum(ROLES), z.strictObject({ points: whole, min: whole, max: whole })),
    }),
  ),
  mix: z.partialRecord(z.enum(ROLES), z.strictObject(bounds)),
  limits: z.strictObject({ supplier: group, brand: group, class: group }),
  bands: z.array(
    z.strictObject({
      ...bounds,
      id: z.string(),
      name: bilingual,
      from: z.number().nullable(),
      to: z.number().nullable(),
    }),
  ),
  mustHave: z.array(z.string()),
  excluded: z.array(z.string()),
  apart: z.array(z.tuple([z.string(), z.string()])),
  provisional: z.enum(['fill', 'refuse']),
  weights: z.strictObject({ margin: whole, theme: whole, role: whole, phase: whole, provisional: whole }),
  sequence: z.strictObject({ class: whole, brand: whole, supplier: whole, role: whole, price: whole }),
  reference: z.number(),
  explainOut: whole,
})
export type StoredPlan = z.infer<typeof storedPlan>

export const storePlan = (plan: LineupPlan): StoredPlan =>
  storedPlan.parse({
    slots: plan.slots,
    minutesPerSlot: plan.minutesPerSlot ?? null,
    currency: plan.currency,
    phases: plan.phases,
    mix: plan.mix,
    limits: plan.limits,
    bands: plan.bands.map((b) => ({ ...b, from: finite(b.from), to: finite(b.to) })),
    mustHave: [...plan.mustHave].filter((id) => ![...plan.locks.values()].includes(id)),
    excluded: [...plan.excluded],
    apart: plan.apart,
    provisional: plan.provisional,
    weights: pick(plan.weights, ['margin', 'theme', 'role', 'phase', 'provisional']),
    sequence: pick(plan.sequence, ['class', 'brand', 'supplier', 'role', 'price']),
    reference: plan.reference,
    explainOut: plan.explainOut,
  })

const finite = (n: number) => (Number.isFinite(n) ? n : null)
const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key]]))

/** The plan that was stored, with the products locked to slots now (slots from 1). */
export const planStored = (
  stored: StoredPlan,
  locks: readonly { readonly slot: number; readonly product: string }[] = [],
): LineupPlan => ({
  ...stored,
  minutesPerSlot: stored.minutesPerSlot ?? undefined,
  seconds: Math.round((stored.minutesPerSlot ?? 0) * 60) * stored.slots,
  bands: stored.bands.map((b) => ({ ...b, from: b.from ?? -Infinity, to: b.to ?? Infinity })),
  limits: stored.limits as LineupPlan['limits'],
  mix: stored.mix as LineupPlan['mix'],
  mustHave: new Set([...stored.mustHave, ...locks.map((l) => l.product)]),
  excluded: new Set(stored.excluded),
  locks: new Map(locks.map((l) => [l.slot - 1, l.product])),
})
