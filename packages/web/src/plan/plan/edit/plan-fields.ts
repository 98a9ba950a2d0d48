import { ROLES, type Role } from '@haixuan/domain/gate/words'
import type { Project } from '@haixuan/domain/plan/project'
import type { Input } from '../../../client/operations.ts'

type Share = { readonly min?: number | null; readonly max?: number | null }

/** What the form of a plan holds: shares in hundredths, parts that belong together flat. */
export type PlanFields = {
  name?: string
  theme: string
  markets: string[]
  date: string
  time?: string
  'time-zone'?: string
  language: 'zh' | 'en'
  slots: number
  minutes?: number
  platform?: string
  channel?: string
  hostName?: string
  hostBorn?: string
  hostVerified?: boolean
  audience?: string
  currency?: string
  budget?: string
  gmv?: string
  orders?: number
  followers?: number
  'theme-classes'?: string[]
  'forbidden-classes'?: string[]
  mix?: Partial<Record<Role, Share>>
  'contract-requirements'?: string[]
  minScore?: number
  screeningDays?: number
  reviewDays?: number
  shouldIsMust?: boolean
  'retention-years'?: number
  changes?: string
}

const hundredths = (share: number | undefined) => (share === undefined ? undefined : Math.round(share * 100))

/** The form filled with a plan. */
export function fieldsOf(plan: Project): PlanFields {
  const tight = (plan['qualification-tightening'] ?? {}) as Record<string, unknown>
  const mix = plan['role-mix'] ?? {}
  return without({
    name: plan.name,
    theme: plan.theme,
    markets: plan.markets,
    date: plan.date,
    time: plan.time,
    'time-zone': plan['time-zone'],
    language: plan.language,
    slots: plan.slots,
    minutes: (plan.lineup as { 'minutes-per-slot'?: number } | undefined)?.['minutes-per-slot'],
    platform: plan.platform,
    channel: plan.channel,
    hostName: plan.host?.name,
    hostBorn: plan.host?.born,
    hostVerified: plan.host?.verified,
    audience: plan.audience,
    currency: plan.currency,
    budget: plan.budget?.amount,
    gmv: plan.goals?.gmv,
    orders: plan.goals?.orders,
    followers: plan.goals?.followers,
    'theme-classes': plan['theme-classes'],
    'forbidden-classes': plan['forbidden-classes'],
    mix: Object.fromEntries(
      ROLES.flatMap((role) => {
        const share = mix[role]
        return share ? [[role, without({ min: hundredths(share.min), max: hundredths(share.max) })]] : []
      }),
    ),
    'contract-requirements': plan['contract-requirements'],
    minScore: tight['min-score'] === undefined ? undefined : hundredths(Number(tight['min-score'])),
    screeningDays: tight['screening-days'],
    reviewDays: tight['review-days'],
    shouldIsMust: tight['should-is-must'],
    'retention-years': plan['retention-years'],
  }) as PlanFields
}

/** Parts of a plan that its own commands record: they are not written again with it. */
const LIFE = ['id', 'versions', 'waivers', 'holds', 'scripts', 'management-rules', 'results', 'confirmed', 'files']

/** The plan that a form says, on top of what the form does not show. */
export function planOf(fields: PlanFields, before?: Project): Input<'project.create'> {
  const rest = Object.fromEntries(Object.entries(before ?? {}).filter(([part]) => !LIFE.includes(part)))
  const tightBefore = (before?.['qualification-tightening'] ?? {}) as Record<string, unknown>
  const tight = without({
    ...tightBefore,
    'min-score': fields.minScore ? (fields.minScore / 100).toFixed(2) : undefined,
    'screening-days': fields.screeningDays,
    'review-days': fields.reviewDays,
    'should-is-must': fields.shouldIsMust || undefined,
  })
  const mix = Object.fromEntries(
    Object.entries(fields.mix ?? {}).flatMap(([role, share]) => {
      const said = without({
        min: share?.min ? share.min / 100 : undefined,
        max: share?.max ? share.max / 100 : undefined,
      })
      return Object.keys(said).length > 0 ? [[role, said]] : []
    }),
  )
  const goals = without({ gmv: fields.gmv, orders: fields.orders, followers: fields.followers })
  const filled = (part: object) => (Object.keys(part).length > 0 ? part : undefined)
  return without({
    ...rest,
    name: fields.name,
    theme: fields.theme,
    markets: fields.markets,
    date: fields.date,
    time: fields.time,
    'time-zone': fields['time-zone'],
    language: fields.language,
    slots: fields.slots,
    lineup: filled(without({ ...(rest.lineup as object | undefined), 'minutes-per-slot': fields.minutes })),
    platform: fields.platform,
    channel: fields.channel,
    host: fields.hostName
      ? without({ name: fields.hostName, born: fields.hostBorn, verified: fields.hostVerified })
      : undefined,
    audience: fields.audience,
    currency: fields.currency,
    budget: fields.budget && fields.currency ? { amount: fields.budget, currency: fields.currency } : undefined,
    goals: filled(goals),
    'theme-classes': fields['theme-classes']?.length ? fields['theme-classes'] : undefined,
    'forbidden-classes': fields['forbidden-classes'] ?? [],
    'role-mix': filled(mix),
    'contract-requirements': fields['contract-requirements'] ?? [],
    'qualification-tightening': filled(tight),
    'retention-years': fields['retention-years'],
  }) as Input<'project.create'>
}

/** Without what is not filled. */
const without = (all: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== null && value !== ''))
