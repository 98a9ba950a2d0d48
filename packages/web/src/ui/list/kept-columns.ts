import { useMemo, useState } from 'react'
import type { Column } from './column.ts'

/** Which columns of a list a person left out, kept in this browser, and whether they chose at all. */
export function useKeptColumns<R>(list: string, columns: readonly Column<R>[]) {
  const place = `haixuan.columns.${list}`
  const [chosen, setChosen] = useState(() => localStorage.getItem(place) !== null)
  const [left, setLeft] = useState<readonly string[]>(() => {
    const kept = localStorage.getItem(place)
    return kept ? JSON.parse(kept) : columns.filter((c) => c.hidden).map((c) => c.key)
  })
  const show = (keys: readonly string[]) => {
    const out = columns.map((c) => c.key).filter((key) => !keys.includes(key))
    localStorage.setItem(place, JSON.stringify(out))
    setLeft(out)
    setChosen(true)
  }
  const shown = useMemo(() => columns.filter((c) => !left.includes(c.key)), [columns, left])
  return { shown, show, chosen }
}
