import type { Answer } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'

const useText = texts('lineup-figures', {
  label: { zh: '两个版本的数字', en: 'Figures of the two' },
  left: { zh: '左侧', en: 'Left' },
  right: { zh: '右侧', en: 'Right' },
  objective: { zh: '得分', en: 'Points' },
  margin: { zh: '预期毛利', en: 'Expected margin' },
  filled: { zh: '已排', en: 'Filled' },
  passed: { zh: '已放行', en: 'Released' },
  notKept: { zh: '未遵守的限制', en: 'Limits not kept' },
})
type Side = Answer<'lineup.compare'>['from']

/** What two lineups earn and keep. */
export function Figures({ from, to }: { readonly from: Side; readonly to: Side }) {
  const t = useText()
  const { number, money } = useFormats()
  const rows = [
    ['objective', (f: Side) => (f.objective === null ? '—' : number(f.objective))],
    ['margin', (f: Side) => (f.margin ? money(f.margin) : '—')],
    ['filled', (f: Side) => number(f.filled)],
    ['passed', (f: Side) => number(f.released)],
    ['notKept', (f: Side) => number(f.notKept)],
  ] as const
  return (
    <table className="versions-figures" aria-label={t('label')}>
      <thead>
        <tr>
          <td />
          <th>{t('left')}</th>
          <th>{t('right')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, show]) => (
          <tr key={key}>
            <th scope="row">{t(key)}</th>
            <td>{show(from)}</td>
            <td className={show(from) === show(to) ? undefined : 'versions-other'}>{show(to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
