import type { Judged } from '@haixuan/domain/gate/gate'
import { useFormats } from '../../texts/formats.ts'
import { useWords } from '../../texts/words.ts'

/** One finding for all the markets in which it says the same; what stands in every market names none. */
export function useByMarkets(markets: readonly string[]): (findings: readonly Judged[]) => Judged[] {
  const { market: nameOf } = useWords()
  const { list } = useFormats()
  return (findings) =>
    [
      ...Map.groupBy(findings, (f) =>
        [f.check, f.severity, f.state, f.what.en, f.remedy.en, f.waived?.until].join('|'),
      ),
    ].map(([, same]) => {
      const [first] = same as [Judged, ...Judged[]]
      if (same.length < 2 || first.market === undefined) return first
      const { market: _, ...rest } = first
      if (same.length >= markets.length) return rest
      const where = list(same.flatMap((f) => (f.market ? [nameOf(f.market)] : [])))
      return { ...rest, what: { zh: `${first.what.zh}（${where}）`, en: `${first.what.en} (${where})` } }
    })
}
