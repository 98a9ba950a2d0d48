import type { ReactNode } from 'react'
import type { Mark } from '../../../ui/gate/gate-mark.tsx'

type Shown = {
  readonly field: string
  readonly from: number
  readonly to: number
  readonly words: string
  readonly mark: Mark | undefined
}
type Props = {
  readonly text: string
  readonly field: 'title' | 'description'
  readonly claims: readonly Shown[]
  readonly chosen: number | undefined
  readonly onChoose: (place: number) => void
}

/** A text with its claims marked where they stand; of claims that overlap, the one that begins first shows its words. */
export function ClaimText({ text, field, claims, chosen, onChoose }: Props) {
  const here = claims
    .map((claim, place) => ({ ...claim, place }))
    .filter((c) => c.field === field)
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const parts: ReactNode[] = []
  let at = 0
  for (const c of here) {
    if (c.to <= at) continue
    const from = Math.max(c.from, at)
    parts.push(text.slice(at, from))
    parts.push(
      <button
        key={`${c.from} ${c.place}`}
        type="button"
        className="claim-words"
        data-mark={c.mark}
        aria-pressed={chosen === c.place}
        onClick={() => onChoose(c.place)}
      >
        {text.slice(from, c.to)}
      </button>,
    )
    at = c.to
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}
