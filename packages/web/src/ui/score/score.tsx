import type { Row } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import './score.css'

const useText = texts('score', {
  none: { zh: '尚无数据', en: 'no figures yet' },
  of: { zh: '{{good}} / {{of}}', en: '{{good}} of {{of}}' },
})
/** What both the list and the profile know of how a supplier has done. */
type Card = Pick<Row<'supplier.scorecards'>, 'score' | 'grade' | 'parts'>

/** S1 · The grade and the points of a supplier. */
export function Score({ card }: { readonly card: Card }) {
  const t = useText()
  const { number } = useFormats()
  if (card.score === null) return <span className="quiet">{t('none')}</span>
  return (
    <strong className={card.grade === 'D' ? 'score score-low' : 'score'}>
      {card.grade} · {number(card.score)}
    </strong>
  )
}

/** What the points are made of: each part with what it counts. */
export function ScoreParts({ card }: { readonly card: Card }) {
  const t = useText()
  const say = useSay()
  const { number, percent } = useFormats()
  return (
    <ul className="score-parts">
      {card.parts
        .filter((part) => part.share !== null)
        .map((part) => (
          <li key={part.id} title={t('of', { good: number(part.good), of: number(part.of) })}>
            {say(part.name)} <b>{percent(part.share ?? 0)}</b>
          </li>
        ))}
    </ul>
  )
}
