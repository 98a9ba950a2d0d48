import type { Answer } from '../../client/operations.ts'
import { texts, useSay } from '../../texts/texts.ts'

const useText = texts('heat-map', {
  likelihood: { zh: '可能性', en: 'Likelihood' },
  map: { zh: '可能性 × 影响', en: 'Likelihood × impact' },
  impact: { zh: '影响', en: 'Impact' },
  phone: {
    zh: '纵向为可能性，横向为影响；数字见下方清单',
    en: 'Likelihood upwards, impact to the right; numbers as in the list below',
  },
})
type Register = Answer<'risk.register'>
const SCALE = [1, 2, 3, 4, 5]

type Props = {
  readonly risks: Register['risks']
  readonly levels: Register['levels']
  readonly onOpen: (risk: string) => void
}

/** Likelihood against impact: each risk in its cell, each opens its rows. */
export function HeatMap({ risks, levels, onOpen }: Props) {
  const t = useText()
  const say = useSay()
  const levelOf = (score: number) =>
    [...levels].sort((a, b) => b.from - a.from).find((l) => score >= l.from)?.id ?? 'low'
  return (
    <>
      <table className="heat-map" aria-label={t('map')}>
        <tbody>
          {SCALE.toReversed().map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row">
                <span className="heat-map-word">{t('likelihood')}</span> {likelihood}
              </th>
              {SCALE.map((impact) => (
                <td key={impact} className={`risk-${levelOf(likelihood * impact)}`}>
                  {risks
                    .filter((r) => r.likelihood === likelihood && r.impact === impact)
                    .map((risk) => (
                      <button key={risk.id} type="button" onClick={() => onOpen(risk.id)}>
                        <span className="risk-number">{risks.indexOf(risk) + 1}</span>
                        <span className="heat-map-word">{say(risk.name)}</span>
                      </button>
                    ))}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <td />
            {SCALE.map((impact) => (
              <th key={impact} scope="col">
                <span className="heat-map-word">{t('impact')}</span> {impact}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="heat-map-axes quiet">{t('phone')}</p>
    </>
  )
}
