import { z } from 'zod'
import { source } from '../../gate/rule.ts'

const letter = z.string().regex(/^[A-HJ-NP-S]$/)
const row = <N extends z.ZodType>(n: N) => z.strictObject({ letter, n, plans: z.string() })
const tables = <N extends z.ZodType>(n: N) =>
  z.strictObject({ normal: z.array(row(n)), tightened: z.array(row(n)), reduced: z.array(row(n)) })

/** Whether every ↓ of a column comes to a plan further down and every ↑ to one further up. */
const arrowsEnd = (cells: readonly string[]): boolean =>
  cells.every((cell, at) => {
    if (cell === '↓') return cells.slice(at).find((c) => c !== '↓') !== '↑' && cells.at(-1) !== '↓'
    if (cell === '↑') return cells.slice(0, at).findLast((c) => c !== '↑') !== '↓' && cells[0] !== '↑'
    return true
  })

/** Sampling tables by attributes: ISO 2859-1 as data (S1). */
export const samplingFile = z
  .strictObject({
    source,
    aqls: z.array(z.string()).length(26),
    levels: z.array(z.string()).length(7),
    codes: z
      .array(z.strictObject({ 'up-to': z.int().positive().optional(), letters: z.string().length(7) }))
      .length(15),
    single: tables(z.int().positive()),
    double: tables(z.tuple([z.int().positive(), z.int().positive()])),
    /** share by which a measured number of bulk goods may differ from the sealed sample */
    'seal-tolerance': z.string().regex(/^0\.\d+$/),
    switching: z.strictObject({
      'to-tightened': z.strictObject({ refused: z.int(), among: z.int() }),
      'back-to-normal': z.strictObject({ 'accepted-in-row': z.int() }),
      discontinue: z.strictObject({ 'refused-under-tightened': z.int() }),
      'to-reduced': z.strictObject({ 'switching-score': z.int() }),
    }),
  })
  .refine(
    (f) =>
      [f.single, f.double].every((kind) =>
        Object.values(kind).every((rows: readonly { readonly plans: string }[]) =>
          rows.every((r) => r.plans.split(' ').length === f.aqls.length),
        ),
      ),
    'every row needs one plan for every AQL',
  )
  .superRefine((f, context) => {
    for (const kind of ['single', 'double'] as const)
      for (const [severity, rows] of Object.entries(f[kind]))
        for (const [column, aql] of f.aqls.entries())
          if (!arrowsEnd(rows.map((r: { readonly plans: string }) => r.plans.split(' ')[column] as string)))
            context.addIssue({
              code: 'custom',
              path: [kind, severity],
              message: `the arrows at AQL ${aql} lead out of the table or against each other`,
            })
  })
export type SamplingFile = z.infer<typeof samplingFile>
