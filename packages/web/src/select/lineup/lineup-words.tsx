import type { Text } from '@haixuan/domain/kernel/errors'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import type { Lineup } from './board/use-board.ts'

const Names = createContext<ReadonlyMap<string, string>>(new Map())
const QUOTED = /“([^”]+)”|"([^"]+)"/g

/** What the texts of a lineup call by its id, by its name: suppliers and products of its slots and of what is left out. */
export function LineupWords({ of, children }: { readonly of: Lineup; readonly children: ReactNode }) {
  const names = useMemo(() => {
    const products = [...of.slots.map((s) => s.product), ...of.leftOut.map((l) => l.product)].filter((p) => p !== null)
    return new Map(products.flatMap((p) => [[p.supplier, p.supplierName ?? p.supplier] as const, [p.id, p.title]]))
  }, [of])
  return <Names value={names}>{children}</Names>
}

/** Says a text of a lineup, with names in place of ids. */
export function useLineupSay(): (text: Text) => string {
  const say = useSay()
  const { className } = useWords()
  const names = useContext(Names)
  return (text) =>
    say(text).replace(QUOTED, (_, zh?: string, en?: string) => {
      const id = zh ?? en ?? ''
      const name = names.get(id) ?? className(id)
      // both languages quote alike, whatever the limit was named with
      return `“${name}”`
    })
}
