import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client/ask.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Page } from '../../ui/page/page.tsx'
import '../standard.css'
import { useAct } from '../../texts/act.ts'
import { useFormats } from '../../texts/formats.ts'
import { WordsField } from '../words-field.tsx'

const useText = texts('standard-documents', {
  title: { zh: '证件类型', en: 'Types of documents' },
  about: {
    zh: '供应商可出示的证件：证明什么、由谁签发、通常有效多久',
    en: 'What a supplier can show: what it proves, who issues it, how long it usually holds',
  },
  name: { zh: '证件', en: 'Document' },
  proves: { zh: '证明', en: 'Proves' },
  issuer: { zh: '签发', en: 'Issued by' },
  countries: { zh: '国别', en: 'Countries' },
  any: { zh: '不限', en: 'any' },
  holds: { zh: '有效期', en: 'Holds' },
  days: { zh: '{{count}} 天', en: { one: '{{count}} day', other: '{{count}} days' } },
  years: { zh: '{{count}} 年', en: { one: '{{count}} year', other: '{{count}} years' } },
  own: { zh: '以证件所载为准', en: 'as it says itself' },
  source: { zh: '来源', en: 'Source' },
})

const YEAR = 365

/** I2, P3 · Types of documents. */
export function Documents() {
  const t = useText()
  const say = useSay()
  const { row, country } = useFormats()
  const act = useAct()
  /** whole years as years, leap days let be */
  const holds = (days: number) =>
    days >= YEAR && days % YEAR < days / YEAR
      ? t('years', { count: Math.floor(days / YEAR) })
      : t('days', { count: days })
  const { at } = useListAddress()
  const documents = useQuery({ ...ask('standard.documents', {}, at.q ? { q: at.q } : {}), placeholderData: (b) => b })
  return (
    <Page title={t('title')} about={t('about')}>
      <WordsField />
      <Asked of={documents}>
        {({ rows }) => (
          <div className="standard-scroll">
            <table className="standard-table standard-documents">
              <thead>
                <tr>
                  {(['name', 'proves', 'issuer', 'countries', 'holds', 'source'] as const).map((key) => (
                    <th key={key} scope="col">
                      {t(key)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((d) => (
                  <tr key={d.id}>
                    <th scope="row">{say(d.name)}</th>
                    <td data-head={t('proves')}>{say(d.proves)}</td>
                    <td data-head={t('issuer')}>{say(d.issuer)}</td>
                    <td data-head={t('countries')}>
                      {d.countries.length > 0 ? row(d.countries.map(country)) : t('any')}
                    </td>
                    <td className="standard-see" data-head={t('holds')}>
                      {d.validDays ? holds(d.validDays) : t('own')}
                    </td>
                    <td className="quiet" data-head={t('source')}>
                      {act(d.source)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Asked>
    </Page>
  )
}
