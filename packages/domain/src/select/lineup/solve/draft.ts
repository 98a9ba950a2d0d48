/** A constraint that couples products: min ≤ sum ≤ max. */
export type Row = { readonly id: string; readonly min: number; readonly max: number }

/** A variable that is not a product: the slots of a role in a phase, or what a limit is short or over. */
export type Extra = {
  readonly kind: 'place' | 'slack'
  /** the index of a place, or the row that is short or over */
  readonly at: number
  readonly points: number
  readonly violation: number
  readonly upper: number
  readonly rows: readonly number[]
  readonly factors: readonly number[]
}

/** Rows and memberships while a program is being written; memberships are chains, one per product, without an array each. */
export type Draft = {
  readonly rows: Row[]
  readonly extras: Extra[]
  /** adds a row and returns its index */
  readonly row: (id: string, min: number, max: number) => number
  readonly join: (product: number, row: number, factor?: number) => void
  /** lets a row be short (+1) or over (−1) by up to `upper`, at `violation` a unit */
  readonly slack: (row: number, sign: 1 | -1, violation: number, upper: number) => void
  readonly memberships: () => { rowStart: Int32Array; rowOf: Int32Array; factor: Float64Array }
}

export function newDraft(products: number): Draft {
  const rows: Row[] = []
  const extras: Extra[] = []
  const head = new Int32Array(products).fill(-1)
  const next: number[] = []
  const joined: number[] = []
  const factors: number[] = []
  return {
    rows,
    extras,
    row: (id, min, max) => rows.push({ id, min, max }) - 1,
    join: (product, row, factor = 1) => {
      next.push(head[product] as number)
      head[product] = joined.push(row) - 1
      factors.push(factor)
    },
    slack: (row, sign, violation, upper) => {
      if (upper > 0) extras.push({ kind: 'slack', at: row, points: 0, violation, upper, rows: [row], factors: [sign] })
    },
    memberships: () => {
      const rowStart = new Int32Array(products + 1)
      const rowOf = new Int32Array(joined.length)
      const factor = new Float64Array(joined.length)
      let at = 0
      for (let i = 0; i < products; i += 1) {
        for (let k = head[i] as number; k >= 0; k = next[k] as number) {
          rowOf[at] = joined[k] as number
          factor[at] = factors[k] as number
          at += 1
        }
        rowStart[i + 1] = at
      }
      return { rowStart, rowOf, factor }
    },
  }
}
