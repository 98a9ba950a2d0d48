import type { Role } from '../../gate/words.ts'
import type { Text } from '../../kernel/errors.ts'
import type { LineupPlan } from './fill-settings.ts'
import { boundsOf } from './standing.ts'

export type RoleNames = Readonly<Record<Role, Text>>

/** A limit named kind:name in words, with its figures. */
export function limitName(limit: string, plan: LineupPlan, roles: RoleNames): Text {
  const cut = limit.indexOf(':')
  const kind = cut < 0 ? limit : limit.slice(0, cut)
  const name = limit.slice(cut + 1)
  const { min, max } = boundsOf(limit, plan)
  const figures = {
    zh: [min > 0 && `至少${min}个`, max < plan.slots && `至多${max}个`].filter(Boolean).join('、'),
    en: [min > 0 && `at least ${min}`, max < plan.slots && `at most ${max}`].filter(Boolean).join(', '),
  }
  const told = (zh: string, en: string): Text => ({
    zh: figures.zh ? `${zh}（${figures.zh}）` : zh,
    en: figures.en ? `${en} (${figures.en})` : en,
  })
  switch (kind) {
    case 'supplier':
      return told(`供应商“${name}”`, `supplier "${name}"`)
    case 'brand':
      return told(`品牌“${name}”`, `brand "${name}"`)
    case 'class':
      return told(`品类“${name}”`, `class "${name}"`)
    case 'band': {
      const band = plan.bands.find((b) => b.id === name)?.name
      return told(`价格带“${band?.zh ?? name}”`, `price band “${band?.en ?? name}”`)
    }
    case 'mix': {
      const role = roles[name as Role]
      return told(`作用“${role.zh}”`, `role “${role.en}”`)
    }
    case 'place':
    case 'lock': {
      const last = name.lastIndexOf(':')
      const phase = plan.phases.find((p) => p.id === name.slice(0, last))?.name
      const role = roles[name.slice(last + 1) as Role]
      const words = { zh: `“${phase?.zh}”阶段的${role.zh}`, en: `role “${role.en}” in phase “${phase?.en}”` }
      return kind === 'place' ? told(words.zh, words.en) : { zh: `锁定：${words.zh}`, en: `a lock: ${words.en}` }
    }
    case 'phase': {
      const phase = plan.phases.find((p) => p.id === name)
      return {
        zh: `“${phase?.name.zh}”阶段（${phase?.slots}个位次）`,
        en: `phase "${phase?.name.en}" (${phase?.slots} slots)`,
      }
    }
    case 'slots':
      return { zh: `全场${plan.slots}个位次`, en: `the ${plan.slots} slots` }
    case 'must':
      return { zh: `必排商品“${name}”`, en: `wanted product "${name}"` }
    case 'apart': {
      return { zh: `不得同场的商品“${name}”`, en: `products kept apart "${name}"` }
    }
    case 'minutes':
      return { zh: '整场时长', en: 'the minutes of the stream' }
    default:
      return { zh: name, en: name }
  }
}

/** Several limits in one phrase. */
export const limitNames = (limits: readonly string[], plan: LineupPlan, roles: RoleNames): Text => {
  const names = limits.map((limit) => limitName(limit, plan, roles))
  return { zh: names.map((n) => n.zh).join('、'), en: names.map((n) => n.en).join(', ') }
}
