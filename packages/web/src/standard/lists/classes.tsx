import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Page } from '../../ui/page/page.tsx'
import '../standard.css'
import { WordsField } from '../words-field.tsx'

const useText = texts('standard-classes', {
  title: { zh: '产品品类', en: 'Product classes' },
  about: {
    zh: '产品法律所约束的品类，附海关品目',
    en: 'The classes that product law binds, with their headings of the Harmonized System',
  },
  name: { zh: '品类', en: 'Class' },
  hs: { zh: '品目', en: 'HS headings' },
  traits: { zh: '固有特征', en: 'Traits it has' },
  languages: { zh: '可识别语言', en: 'Languages read' },
  all: { zh: '各品类均可识别：{{languages}}', en: 'All are recognised in {{languages}}' },
  rules: { zh: '规则', en: 'Rules' },
  see: { zh: '查看规则', en: 'See rules' },
})
const useTrait = texts('traits', {
  'for-children': { zh: '供儿童使用', en: 'for children' },
  battery: { zh: '含电池', en: 'battery' },
  mains: { zh: '接市电', en: 'mains power' },
  radio: { zh: '含无线', en: 'radio' },
  'food-contact': { zh: '接触食品', en: 'food contact' },
  'skin-contact': { zh: '接触皮肤', en: 'skin contact' },
  liquid: { zh: '液体', en: 'liquid' },
  magnet: { zh: '含磁体', en: 'magnet' },
  blade: { zh: '有刃', en: 'blade' },
  'second-hand': { zh: '二手', en: 'second-hand' },
  'small-parts': { zh: '小零件', en: 'small parts' },
  powder: { zh: '粉末', en: 'powder' },
  aerosol: { zh: '喷雾', en: 'aerosol' },
})

/** I3 · The classes of products. */
export function Classes() {
  const t = useText()
  const say = useSay()
  const trait = useTrait()
  const { row, language } = useFormats()
  const { at } = useListAddress()
  const classes = useQuery({ ...ask('standard.classes', {}, at.q ? { q: at.q } : {}), placeholderData: (b) => b })
  return (
    <Page title={t('title')} about={t('about')}>
      <WordsField />
      <Asked of={classes}>
        {({ rows }) => {
          // told once where it is the same of all
          const alike = new Set(rows.map((c) => c.languages.join())).size === 1
          return (
            <>
              <div className="standard-scroll">
                <table className="standard-table standard-classes">
                  <thead>
                    <tr>
                      <th scope="col">{t('name')}</th>
                      <th scope="col">{t('hs')}</th>
                      <th scope="col">{t('traits')}</th>
                      {alike ? null : <th scope="col">{t('languages')}</th>}
                      <th scope="col">{t('rules')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((c) => (
                      <tr key={c.id} id={c.id}>
                        <th scope="row" className={c.parent ? 'standard-child' : ''}>
                          {say(c.name)} <code className="quiet">{c.id}</code>
                        </th>
                        <td data-head={t('hs')}>
                          {c.hs.length > 0 ? (
                            c.hs.join(' ')
                          ) : (
                            <span className="quiet">{c.withoutHs ? say(c.withoutHs) : ''}</span>
                          )}
                        </td>
                        <td data-head={t('traits')}>{row(c.traits.map((of) => trait(of as 'mains')))}</td>
                        {alike ? null : (
                          <td className="quiet" data-head={t('languages')}>
                            {row(c.languages.map(language))}
                          </td>
                        )}
                        <td className="standard-see">
                          <Link to={'/standard/rules' as string} search={{ class: c.id } as never}>
                            {t('see')}
                          </Link>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              {alike ? (
                <p className="quiet">{t('all', { languages: row((rows[0]?.languages ?? []).map(language)) })}</p>
              ) : null}
            </>
          )
        }}
      </Asked>
    </Page>
  )
}
