import type { Role } from '../../gate/words.ts'
import type { Text } from '../../kernel/errors.ts'
import { formatDecimal, money } from '../../kernel/money.ts'
import type { Placement } from './arrange.ts'
import type { Candidate } from './candidate.ts'
import { type LineupPlan, sellable } from './fill-settings.ts'
import { limitNames, type RoleNames } from './limit-name.ts'
import type { LeftOut, WouldBringIn } from './lineup.ts'
import { marginPoints, type Points, pointsOf, provisionalPoints, themePoints, total } from './points.ts'
import { broken, type Standing } from './standing.ts'

const signed = (n: number) => (n < 0 ? `−${-n}` : `+${n}`)
const amount = (minor: number, plan: LineupPlan) => `${formatDecimal(money(minor, plan.currency))} ${plan.currency}`

/** Why a product has its slot: its role and phase, and its contributions, the largest first. */
export function whyIn(p: Placement, points: Points, plan: LineupPlan, roles: RoleNames, wanted: boolean): Text {
  const c = p.candidate
  const phase = plan.phases[p.phase]?.name as Text
  const [each, units] = [amount(c.margin.minor, plan), sellable(c)]
  const percent = Math.round(c.themeFit * 100)
  const parts = [
    part(points.margin, '预期毛利', 'expected margin', `每件${each} × ${units}件`, `${each} each × ${units}`),
    part(points.theme, '主题契合', 'theme fit', `${percent}%`, `${percent} %`),
    part(points.role, '作用契合', `fit as ${roles[p.role].en}`),
    part(points.phase, '阶段契合', `fit for ${phase.en}`),
    part(points.provisional, '尚未放行', 'not yet released'),
  ]
  const told = parts.filter((t) => t.points !== 0).sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  return {
    zh: `${roles[p.role].zh}，${phase.zh}${wanted ? '，指定必排' : ''}：${told.map((t) => t.zh).join('，') || '无加分'}`,
    en: `${roles[p.role].en}, ${phase.en}${wanted ? ', wanted by the plan' : ''}: ${told.map((t) => t.en).join(', ') || 'no points'}`,
  }
}

const part = (points: number, zh: string, en: string, zhOf?: string, enOf?: string) => ({
  points,
  zh: `${zh}${signed(points)}分${zhOf ? `（${zhOf}）` : ''}`,
  en: `${en} ${signed(points)}${enOf ? ` (${enOf})` : ''}`,
})

type Exchange = {
  readonly loss: number
  readonly leaving: Placement
  readonly role: Role
  readonly limits: readonly string[]
}

/** The exchange that costs the fewest points within the limits, and the one that would if limits did not count. */
function exchanges(c: Candidate, standing: Standing, points: ReadonlyMap<string, number>) {
  const { plan } = standing
  let within: Exchange | undefined
  let without: Exchange | undefined
  for (const leaving of standing.placed.values()) {
    if (plan.mustHave.has(leaving.candidate.id)) continue
    const phase = plan.phases[leaving.phase]
    for (const { role } of phase ? c.roles : []) {
      const loss =
        (points.get(leaving.candidate.id) as number) -
        total(pointsOf(c, role, phase as NonNullable<typeof phase>, plan))
      if (within && loss >= within.loss && without && loss >= without.loss) continue
      const limits = broken(standing, leaving, c, role)
      const one = { loss, leaving, role, limits }
      if (limits.length === 0 && (!within || loss < within.loss)) within = one
      if (!without || loss < without.loss) without = one
    }
  }
  return { within, without }
}

/** Why a product is left out: how many points short, which limits bind, and what would bring it in. */
export function whyOut(
  c: Candidate,
  standing: Standing,
  points: ReadonlyMap<string, number>,
  roles: RoleNames,
): LeftOut | undefined {
  const { plan } = standing
  const { within, without } = exchanges(c, standing, points)
  if (!without) return undefined
  const limits = without.limits
  const named = limitNames(limits, plan, roles)
  if (!within) {
    return {
      product: c.id,
      short: null,
      instead: null,
      role: without.role,
      limits,
      bringsIn: {},
      why: { zh: `受限于${named.zh}，无法一换一入选`, en: `No single exchange lets it in: ${named.en}` },
    }
  }
  const bringsIn = wouldBringIn(c, within.loss + 1, plan)
  const other = within.leaving.candidate.title
  const means = meansInWords(bringsIn, plan)
  const binds: Text =
    limits.length > 0 && without.loss < within.loss
      ? { zh: `受限于${named.zh}；`, en: `Held by ${named.en}; ` }
      : { zh: '', en: '' }
  return {
    product: c.id,
    short: within.loss,
    instead: within.leaving.candidate.id,
    role: within.role,
    limits: without.loss < within.loss ? limits : [],
    bringsIn,
    why: {
      zh: `${binds.zh}替换“${other}”尚差${within.loss}分${means.zh && `；入选条件：${means.zh}`}`,
      en: `${binds.en}${within.loss} points short of "${other}"${means.en && `; what would bring it in: ${means.en}`}`,
    },
  }
}

// no one raises a margin by more than this many minor units to enter a lineup
const MOST_MARGIN = 1e9

/** The least whole number from 1 that is enough, when more is never worse; undefined when `most` is not enough. */
function least(enough: (n: number) => boolean, most: number): number | undefined {
  if (most < 1 || !enough(most)) return undefined
  let [low, high] = [1, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The least change of one figure that adds `need` points; figures that cannot are left out. */
function wouldBringIn(c: Candidate, need: number, plan: LineupPlan): WouldBringIn {
  const now = marginPoints(c, plan)
  const gains = (changed: Candidate) => marginPoints(changed, plan) - now >= need
  const richer = (more: number): Candidate => ({ ...c, margin: money(c.margin.minor + more, c.margin.currency) })
  const fuller = (more: number): Candidate => ({ ...c, stock: (c.stock ?? 0) + more })
  const margin = least((more) => gains(richer(more)), MOST_MARGIN)
  const stock = c.stock === undefined ? undefined : least((more) => gains(fuller(more)), c.units - c.stock)
  const { weights } = plan
  const percent = Math.ceil((c.themeFit + need / Math.max(1, weights.theme)) * 100)
  const fit = [percent, percent + 1].find(
    (p) => p <= 100 && themePoints({ ...c, themeFit: p / 100 }, plan) - themePoints(c, plan) >= need,
  )
  return {
    ...(margin !== undefined && { margin: money(margin, plan.currency) }),
    ...(stock !== undefined && { stock }),
    ...(fit !== undefined && { themeFit: fit / 100 }),
    ...(!c.released && -provisionalPoints(c, plan) >= need && { released: true as const }),
  }
}

function meansInWords(means: WouldBringIn, plan: LineupPlan): Text {
  const parts: Text[] = []
  if (means.released) parts.push({ zh: '完成放行', en: 'its release' })
  if (means.margin) {
    const more = amount(means.margin.minor, plan)
    parts.push({ zh: `每件毛利增加${more}`, en: `margin +${more} per unit` })
  }
  if (means.stock !== undefined) parts.push({ zh: `库存增加${means.stock}件`, en: `stock +${means.stock}` })
  if (means.themeFit !== undefined) {
    const percent = Math.round(means.themeFit * 100)
    parts.push({ zh: `主题契合升至${percent}%`, en: `theme fit of ${percent} %` })
  }
  return { zh: parts.map((p) => p.zh).join('，或'), en: parts.map((p) => p.en).join(', or ') }
}
