import type { Answer } from '../../../client/operations.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import './working.css'

const useText = texts('working', {
  shown: { zh: '计算过程', en: 'How it was worked out' },
  character: { zh: '字符', en: 'Character' },
  value: { zh: '值', en: 'Value' },
  weight: { zh: '权重', en: 'Weight' },
  product: { zh: '乘积', en: 'Product' },
  sum: {
    zh: '合计 {{total}}，除以 {{modulus}} 余 {{remainder}}，校验位应为 {{expected}}，实为 {{given}}',
    en: 'Sum {{total}}, remainder {{remainder}} by {{modulus}}; check digit due {{expected}}, given {{given}}',
  },
  whole: {
    zh: '{{total}} 除以 {{modulus}} 余 {{remainder}}，校验位应为 {{expected}}，实为 {{given}}',
    en: '{{total}} mod {{modulus}} = {{remainder}}; check digits due {{expected}}, given {{given}}',
  },
  digit: { zh: '校验位应为 {{expected}}，实为 {{given}}', en: 'Check digit due {{expected}}, given {{given}}' },
})

/** I2 · A number with its check digit, and how that comes about, term by term. */
export function Working({ number }: { readonly number: Answer<'identity.check'> }) {
  const t = useText()
  const say = useSay()
  const { normalised, digit, computed, algorithm, valid } = number
  return (
    <div className="working">
      <code className="working-number" data-valid={valid}>
        {normalised}
      </code>
      {digit && !valid && !computed ? <p>{t('digit', digit)}</p> : null}
      <p className="quiet profile-small">{say(algorithm)}</p>
      {computed ? (
        <details>
          <summary>{t('shown')}</summary>
          {computed.terms.length > 0 ? (
            <div className="working-scroll">
              <table className="working-terms">
                <tbody>
                  {(['character', 'value', 'weight', 'product'] as const).map((row) => (
                    <tr key={row}>
                      <th scope="row">{t(row)}</th>
                      {computed.terms.map((term, i) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: places of a number do not move
                        <td key={i}>{term[row]}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : null}
          <p className="working-sum">
            {t(computed.terms.length > 0 ? 'sum' : 'whole', { ...computed, terms: undefined } as never)}
          </p>
        </details>
      ) : null}
    </div>
  )
}
