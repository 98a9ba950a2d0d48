import type { Day } from '../kernel/day.ts'
import type { Reason, Text } from '../kernel/errors.ts'
import { because } from './because.ts'
import { canMeet } from './binding.ts'
import type { Market } from './market.ts'
import type { ParameterKey } from './parameter.ts'
import type { MarketRule, OfPack, Rule, Tighter } from './rule.ts'

/** Ids of an organisation's own rules begin with the market and this word, which no rule of law takes: they never meet. */
export const OWN = 'own'

/** One version of an organisation's own rules of a market, in force from–until the days it was decided. */
export type Pack = {
  readonly name: string
  readonly version: number
  readonly market: string
  readonly rules: readonly Rule[]
  readonly from: Day
  readonly until?: Day | undefined
}
type Parameters = readonly { readonly name: string; readonly keys: Readonly<Record<string, ParameterKey>> }[]

/**
 * The rules of a pack as they join those of law: in force no longer than the pack is, and marked with it. One that was
 * never in force stays with an empty period, so that what it bound can be found.
 */
export function rulesOfPack(pack: Pack, parameters: Parameters): MarketRule[] {
  const keys = new Map(parameters.map((p) => [p.name, p.keys]))
  return pack.rules.map((r) => {
    const from = later(r['in-force'].from, pack.from)
    const end = [r['in-force'].until, pack.until].filter((day) => day !== undefined).sort()[0]
    const until = end === undefined ? undefined : later(end, from)
    const tighter = Object.entries(r.sets ?? {}).flatMap(([name, values]) =>
      Object.keys(values).flatMap((key) => {
        const way = keys.get(name)?.[key]?.tighter
        return way ? [[`${name}.${key}`, way] as const] : []
      }),
    )
    const of: OfPack = {
      name: `${pack.name} v${pack.version}`,
      ...(tighter.length > 0 ? { tighter: Object.fromEntries(tighter) } : {}),
    }
    return { ...r, market: pack.market, 'in-force': { from, ...(until ? { until } : {}) }, statutory: false, pack: of }
  })
}

const later = (a: Day, b: Day) => (a > b ? a : b)

/** The figures of a parameter that a rule of a pack moves the way it may; law that is tighter stands, and so does what law leaves open. */
export function tightenedBy(
  { pack, sets }: MarketRule,
  name: string,
  law: Readonly<Record<string, unknown>>,
): [string, number][] {
  return Object.entries(sets?.[name] ?? {}).flatMap(([key, value]): [string, number][] => {
    const way = pack?.tighter?.[`${name}.${key}`]
    const figure = law[key]
    return way && typeof value === 'number' && typeof figure === 'number' && isTighter(value, figure, way)
      ? [[key, value]]
      : []
  })
}

const isTighter = (own: number, law: number, way: Tighter) => (way === 'more' ? own > law : own < law)

/** What keeps a rule out of an organisation's pack: where in the rule, and what to do. */
export type PackFault = { readonly path: readonly (string | number)[]; readonly what: Reason; readonly remedy: Text }

/** What a rule of a pack is held against. */
type Standing = {
  readonly law: readonly MarketRule[]
  /** the market and its parents */
  readonly lineage: readonly Market[]
  readonly parameters: Parameters
}

/** Why an organisation may not have a rule: it may ask for more than the law, and never for less. Undefined when it may. */
export function packFault(
  rule: Rule,
  { market, ...standing }: Standing & { readonly market: string },
): PackFault | undefined {
  const own = `${market}.${OWN}.`
  if (!rule.id.startsWith(own))
    return {
      path: ['id'],
      what: because('rule-id-begins', { id: rule.id, own }),
      remedy: {
        zh: `请将编号改为以 ${own} 开头，例如 ${own}${rule.id.split('.').slice(1).join('.')}，以免与法规条目重号`,
        en: `Let the id begin with ${own}, such as ${own}${rule.id.split('.').slice(1).join('.')}, so that it never meets a rule of law`,
      },
    }
  if (rule.statutory)
    return {
      path: ['statutory'],
      what: because('statutory-for-law'),
      remedy: {
        zh: '组织自定的规则不是法规，请写 statutory: false',
        en: 'An organisation’s own rule is no law: write statutory: false',
      },
    }
  for (const [name, values] of Object.entries(rule.sets ?? {}))
    for (const [key, value] of Object.entries(values)) {
      const fault = figureFault(rule, { name, key, value }, standing)
      if (fault) return { path: ['sets', name, key], ...fault }
    }
  return undefined
}

function figureFault(
  rule: Rule,
  { name, key, value }: { readonly name: string; readonly key: string; readonly value: unknown },
  { law, lineage, parameters }: Standing,
): Omit<PackFault, 'path'> | undefined {
  const figure = `${name}.${key}`
  const way = parameters.find((p) => p.name === name)?.keys[key]?.tighter
  if (!way)
    return {
      what: because('figure-of-law', { figure }),
      remedy: {
        zh: `${figure} 由法规决定，请删去该项；可收紧的项目见参数表中标有 tighter 的项`,
        en: `${figure} is for the law alone: take it out. The parameters marked tighter can be set`,
      },
    }
  const line = new Set(lineage.map((m) => m.id))
  const figures = law
    .filter((r) => !r.pack && line.has(r.market) && overlap(r, rule) && canMeet(r.applies, rule.applies))
    .flatMap((r) => {
      const set = r.sets?.[name]?.[key]
      return typeof set === 'number' ? [{ set, rule: r.id }] : []
    })
  if (figures.length === 0)
    return {
      what: because('figure-not-set', { figure }),
      remedy: {
        zh: `法规未对这些产品规定 ${figure}，无从收紧；请改用 requires 或 forbids`,
        en: `The law sets no ${figure} for these goods, so there is nothing to tighten: use requires or forbids`,
      },
    }
  if (typeof value === 'number' && figures.some(({ set }) => isTighter(value, set, way))) return undefined
  const [strictest] = figures.toSorted((a, b) => (way === 'more' ? a.set - b.set : b.set - a.set))
  const { set, rule: by } = strictest!
  return {
    what: because('figure-not-tighter', { value: String(value), set, by }),
    remedy: {
      zh: `组织的规则只能收紧法规：${by} 已要求 ${set}，请填写${way === 'more' ? '大于' : '小于'} ${set} 的数值，或删去该项`,
      en: `A pack may only tighten the law: ${by} asks for ${set}; give ${way === 'more' ? 'more' : 'less'} than ${set}, or take it out`,
    },
  }
}

const overlap = (a: Pick<Rule, 'in-force'>, b: Pick<Rule, 'in-force'>): boolean =>
  (b['in-force'].until === undefined || a['in-force'].from < b['in-force'].until) &&
  (a['in-force'].until === undefined || b['in-force'].from < a['in-force'].until)
