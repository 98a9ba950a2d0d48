/** A stretch of a text, from the first to past the last code unit. */
export type Span = { readonly from: number; readonly to: number }

/** Spans of a text, asked for by place. */
export type Spans<S extends Span> = { readonly touching: (from: number, to: number) => readonly S[] }

/** Orders spans so that those that touch a stretch (share a character or an end with it) are found without a look at all. */
export function spansOf<S extends Span>(spans: readonly S[]): Spans<S> {
  const ordered = spans.toSorted((a, b) => a.from - b.from)
  const longest = ordered.reduce((most, { from, to }) => Math.max(most, to - from), 0)
  return {
    touching(from, to) {
      let [low, high] = [0, ordered.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((ordered[middle] as S).from < from - longest) low = middle + 1
        else high = middle
      }
      let end = low
      while (end < ordered.length && (ordered[end] as S).from <= to) end++
      return ordered.slice(low, end).filter((s) => s.to >= from)
    },
  }
}
