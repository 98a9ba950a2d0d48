import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import type { Lineup } from './board/use-board.ts'
import { useLineupSay } from './lineup-words.tsx'

const useText = texts('lineup-left-out', {
  title: { zh: '未入选的产品', en: 'Left out' },
  short: { zh: '差 {{n}} 分', en: '{{n}} points short' },
})

/** I9 · The strongest that are not in: what they lack, and what would bring them in. */
export function LeftOut({ lineup }: { readonly lineup: Lineup }) {
  const t = useText()
  const say = useLineupSay()
  const { number } = useFormats()
  if (lineup.leftOut.length === 0) return null
  return (
    <details className="left-out">
      <summary>
        {t('title')} <span className="quiet">{number(lineup.leftOut.length)}</span>
      </summary>
      <ul>
        {lineup.leftOut.map((l, at) => (
          <li key={l.product?.id ?? at}>
            <b>{l.product?.title}</b>
            <span className="quiet"> {say(l.why)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
