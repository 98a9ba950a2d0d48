import { useMemo, useRef, useState } from 'react'

/** The rows of a list that are selected; with shift, from the last one to this. */
export function useSelection<R>(rows: readonly R[], idOf: (row: R) => string) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<number>(undefined)
  const selected = useMemo(() => rows.filter((row) => ids.has(idOf(row))), [rows, ids, idOf])
  const toggle = (index: number, through = false) => {
    const row = rows[index]
    if (!row) return
    const next = new Set(ids)
    const on = !ids.has(idOf(row))
    const from = through && last.current !== undefined ? last.current : index
    for (const each of rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      if (on) next.add(idOf(each))
      else next.delete(idOf(each))
    }
    last.current = index
    setIds(next)
  }
  const all = () => setIds(selected.length === rows.length ? new Set() : new Set(rows.map(idOf)))
  return { rows: selected, has: (row: R) => ids.has(idOf(row)), toggle, all, clear: () => setIds(new Set()) }
}
export type Selection<R> = ReturnType<typeof useSelection<R>>
