import type { Role } from '../../gate/words.ts'
import type { Text } from '../../kernel/errors.ts'
import type { Placement } from './arrange.ts'
import type { Candidate } from './candidate.ts'
import { limitNames, type RoleNames } from './limit-name.ts'
import { ownPoints, rolePoints } from './points.ts'
import { broken, type Standing } from './standing.ts'

export type Substitute = { readonly product: string | null; readonly why: Text }

/**
 * I9 · A released product for each slot that could take it at once in the same role and phase, within the limits; of
 * another supplier when there is one, then the one with the most points. Each product stands in for one slot only.
 */
export function substitutes(
  placed: readonly Placement[],
  eligible: readonly Candidate[],
  standing: Standing,
  roles: RoleNames,
): Map<number, Substitute> {
  const { plan } = standing
  const waiting = eligible.filter((c) => c.released && !standing.placed.has(c.id))
  const own = new Map(waiting.map((c) => [c.id, ownPoints(c, plan)]))
  const byRole = new Map<Role, Candidate[]>()
  const taken = new Set<string>()
  const found = new Map<number, Substitute>()
  for (const p of placed) {
    const list = byRole.get(p.role) ?? strongest(p.role)
    byRole.set(p.role, list)
    const other = (c: Candidate) =>
      c.supplier !== undefined && p.candidate.supplier !== undefined && c.supplier !== p.candidate.supplier
    const fits = (c: Candidate) => !taken.has(c.id) && broken(standing, p, c, p.role).length === 0
    const one = list.find((c) => other(c) && fits(c)) ?? list.find((c) => !other(c) && fits(c))
    if (one) taken.add(one.id)
    found.set(
      p.slot,
      one ? { product: one.id, why: inWords(one, other(one)) } : { product: null, why: whyNone(p, list) },
    )
  }
  return found

  function strongest(role: Role): Candidate[] {
    const points = waiting.flatMap((c) => {
      const may = c.roles.find((r) => r.role === role)
      return may ? [{ c, points: (own.get(c.id) as number) + rolePoints(may.score, plan) }] : []
    })
    return points.sort((a, b) => b.points - a.points || (a.c.id < b.c.id ? -1 : 1)).map(({ c }) => c)
  }

  function whyNone(p: Placement, list: readonly Candidate[]): Text {
    const role = roles[p.role]
    if (waiting.length === 0)
      return { zh: '排品之外没有已放行的商品', en: 'No released product is left outside the lineup' }
    if (list.length === 0)
      return { zh: `没有已放行的${role.zh}可替补`, en: `No released product with the role "${role.en}" is left` }
    const free = list.find((c) => !taken.has(c.id))
    if (!free)
      return {
        zh: `已放行的${role.zh}均已作他位替补`,
        en: `Every released "${role.en}" already stands in for another slot`,
      }
    const limits = limitNames(broken(standing, p, free, p.role), plan, roles)
    return { zh: `已放行的${role.zh}受限于${limits.zh}`, en: `Released "${role.en}" products are held by ${limits.en}` }
  }
}

const inWords = (c: Candidate, other: boolean): Text =>
  other
    ? { zh: `“${c.title}”已放行，供应商不同`, en: `"${c.title}" is released and of another supplier` }
    : {
        zh: `“${c.title}”已放行；没有其他供应商的合适商品`,
        en: `"${c.title}" is released; no other supplier has one that fits`,
      }
