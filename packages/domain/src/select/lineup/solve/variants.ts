import type { Extra } from './draft.ts'
import type { Problem } from './problem.ts'

/** Every limit strict: nothing may be short, over or empty. */
export const strict = (problem: Problem): Problem => ({
  ...problem,
  extras: problem.extras.filter((extra) => extra.kind === 'place'),
})

/** Limits may be short or over by so many violations in all; with none it is the strict problem. */
export function within(problem: Problem, violations: number): Problem {
  if (violations === 0) return strict(problem)
  const row = problem.rows.length
  const join = (extra: Extra): Extra =>
    extra.violation === 0
      ? extra
      : { ...extra, rows: [...extra.rows, row], factors: [...extra.factors, extra.violation] }
  return {
    ...problem,
    rows: [...problem.rows, { id: 'violations', min: 0, max: violations }],
    extras: problem.extras.map(join),
  }
}

/** Not the most points but the fewest violations. */
export const fewest = (problem: Problem): Problem => ({
  ...problem,
  value: new Float64Array(problem.value.length),
  extras: problem.extras.map((extra) => ({ ...extra, points: 0 - extra.violation })),
})

/** How little one limit must be short or over while every other keeps to what it has: `slack` by row, − when over. */
export const least = (problem: Problem, limit: string, slack: ReadonlyMap<string, number>): Problem => ({
  ...problem,
  value: new Float64Array(problem.value.length),
  extras: problem.extras.map((extra) => {
    if (extra.kind === 'place') return { ...extra, points: 0 }
    const id = problem.rows[extra.at]?.id as string
    if (id === limit) return { ...extra, points: -1 }
    return { ...extra, points: 0, upper: Math.max(0, (slack.get(id) ?? 0) * (extra.factors[0] as number)) }
  }),
})
