import { z } from 'zod'
import { bilingual, source } from '../../gate/rule.ts'
import { ROLES, type Role } from '../../gate/words.ts'
import type { Text } from '../../kernel/errors.ts'

const FIGURES = ['price', 'sold', 'reviews', 'rating', 'margin', 'discount', 'unsold', 'always'] as const
type Figure = (typeof FIGURES)[number]

/** roles.yaml: what each role means and which figures speak for it (I5). */
export const roleFile = z.strictObject({
  source,
  roles: z
    .array(
      z.strictObject({
        id: z.enum(ROLES),
        name: bilingual,
        means: bilingual,
        signs: z
          .array(
            z.strictObject({
              figure: z.enum(FIGURES),
              from: z.number(),
              to: z.number(),
              points: z.number().positive(),
            }),
          )
          .min(1),
      }),
    )
    .length(ROLES.length),
})
export type RoleFile = z.infer<typeof roleFile>

/** Figures of one product; prices in one currency's minor units. Unknown figures are left out, not zero. */
export type Figures = {
  readonly id: string
  readonly price?: number | undefined
  readonly listPrice?: number | undefined
  readonly sold?: number | undefined
  readonly reviews?: number | undefined
  readonly rating?: number | undefined
  /** share of price left after landed cost */
  readonly margin?: number | undefined
}

export type RoleSuggestion = {
  readonly role: Role
  readonly score: number
  readonly reason: Text
  readonly scores: readonly { readonly role: Role; readonly score: number }[]
}

/** The share of `sorted` values below or equal to `value`, 0–1. */
function rank(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return sorted.length === 0 ? 0 : low / sorted.length
}

const FIGURE_NAMES: Record<Figure, Text> = {
  price: { zh: '价位', en: 'price rank' },
  sold: { zh: '销量', en: 'units sold' },
  reviews: { zh: '评论数', en: 'reviews' },
  rating: { zh: '评分', en: 'rating' },
  margin: { zh: '毛利率', en: 'margin' },
  discount: { zh: '折扣', en: 'discount' },
  unsold: { zh: '无销售记录', en: 'no sales yet' },
  always: { zh: '通用', en: 'steady choice' },
}

/** I5 · Suggests a role for every product from its figures within the project, with reasons. A person fixes it. */
export function suggestRoles(file: RoleFile, products: readonly Figures[]): Map<string, RoleSuggestion> {
  const column = (pick: (f: Figures) => number | undefined) =>
    products.flatMap((f) => pick(f) ?? []).sort((a, b) => a - b)
  const prices = column((f) => f.price)
  const sold = column((f) => f.sold)
  const reviews = column((f) => f.reviews)
  const figureOf = (f: Figures, figure: Figure): number | undefined => {
    if (figure === 'always') return 1
    if (figure === 'price') return f.price === undefined ? undefined : rank(prices, f.price)
    if (figure === 'sold') return f.sold ? rank(sold, f.sold) : undefined
    if (figure === 'reviews') return f.reviews ? rank(reviews, f.reviews) : undefined
    if (figure === 'rating') return f.rating || undefined
    if (figure === 'margin') return f.margin
    if (figure === 'unsold') return f.sold || f.reviews ? 0 : 1
    return f.price !== undefined && f.listPrice ? Math.max(0, 1 - f.price / f.listPrice) : undefined
  }
  return new Map(
    products.map((f) => {
      const judged = file.roles.map((role) => {
        const parts = role.signs.map((sign) => {
          const value = figureOf(f, sign.figure)
          const along = value === undefined ? 0 : (value - sign.from) / (sign.to - sign.from)
          return { figure: sign.figure, points: Math.max(0, Math.min(1, along)) * sign.points }
        })
        const score = Math.round(parts.reduce((total, part) => total + part.points, 0) * 10) / 10
        return { role: role.id, name: role.name, parts: parts.sort((a, b) => b.points - a.points), score }
      })
      const best = judged.reduce((a, b) => (b.score > a.score ? b : a))
      const told = best.parts.filter((part) => part.points > 0).slice(0, 2)
      const words = (language: 'zh' | 'en') =>
        told
          .map((part) => `${FIGURE_NAMES[part.figure][language]} +${part.points.toFixed(0)}`)
          .join(language === 'zh' ? '、' : ', ')
      return [
        f.id,
        {
          role: best.role,
          score: best.score,
          reason: { zh: `${best.name.zh}：${words('zh')}`, en: `${best.name.en}: ${words('en')}` },
          scores: judged.map(({ role, score }) => ({ role, score })),
        },
      ] as const
    }),
  )
}
