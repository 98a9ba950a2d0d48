import type { Answer } from '../../../client/operations.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'

const useText = texts('side-by-side', {
  label: { zh: '逐位对比', en: 'Slot by slot' },
  empty: { zh: '空位', en: 'empty' },
  in: { zh: '新入', en: 'in' },
  out: { zh: '移出', en: 'out' },
  moved: { zh: '移自 {{from}}', en: 'from {{from}}' },
  role: { zh: '改作用', en: 'other role' },
  minutes: { zh: '改时长', en: 'other minutes' },
})
type Compared = Answer<'lineup.compare'>
type Seat = Compared['seats']['from'][number]

/** Two arrangements slot by slot: at the right what is new in the slot, at the left what left it. */
export function SideBySide({ compared, all }: { readonly compared: Compared; readonly all: boolean }) {
  const t = useText()
  const { seats, differences } = compared
  const toldOf = (product: string | null) => differences.find((d) => d.product === product)
  const slots = [...new Set([...seats.from, ...seats.to].map((s) => s.slot))].sort((a, b) => a - b)
  const rows = slots
    .map((slot) => ({
      slot,
      from: seats.from.find((s) => s.slot === slot),
      to: seats.to.find((s) => s.slot === slot),
    }))
    .filter(({ from, to }) => all || toldOf(from?.product ?? null) || toldOf(to?.product ?? null))
  if (rows.length === 0) return null
  return (
    <ol className="side-by-side" aria-label={t('label')}>
      {rows.map(({ slot, from, to }) => {
        const left = toldOf(from?.product ?? null)
        const right = toldOf(to?.product ?? null)
        return (
          <li key={slot}>
            <b>{slot}</b>
            <Side seat={from} told={left?.change === 'out' ? t('out') : undefined} />
            <Side
              seat={to}
              told={right && (right.change === 'moved' ? t('moved', { from: right.from ?? '' }) : t(right.change))}
            />
          </li>
        )
      })}
    </ol>
  )
}

function Side({ seat, told }: { readonly seat: Seat | undefined; readonly told: string | undefined }) {
  const t = useText()
  const { term } = useWords()
  return (
    <span className={told ? 'side side-changed' : 'side'}>
      {seat?.title ?? <span className="quiet">{t('empty')}</span>}
      {seat?.role ? <span className="quiet"> {term(seat.role)}</span> : null}
      {told ? <em>{told}</em> : null}
    </span>
  )
}
