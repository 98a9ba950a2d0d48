import type { Answer } from '../../client/operations.ts'
import { texts, useSay } from '../../texts/texts.ts'

const useText = texts('heat-map', {
  likelihood: { zh: '可能性 {{n}}', en: 'Likelihood {{n}}' },
  map: { zh: '可能性 × 影响', en: 'Likelihood × impact' },
  across: { zh: '影响 {{n}}', en: 'Impact {{n}}' },
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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, by keyboard too
    <section className="heat-map-frame" aria-label={t('map')} tabIndex={0}>
      <table className="heat-map">
        <tbody>
          {SCALE.toReversed().map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row">{t('likelihood', { n: likelihood })}</th>
              {SCALE.map((impact) => (
                <td key={impact} className={`risk-${levelOf(likelihood * impact)}`}>
                  {risks
                    .filter((r) => r.likelihood === likelihood && r.impact === impact)
                    .map((risk) => (
                      <button key={risk.id} type="button" onClick={() => onOpen(risk.id)}>
                        {say(risk.name)}
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
                {t('across', { n: impact })}
              </th>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}
