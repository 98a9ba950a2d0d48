import { useQuery } from '@tanstack/react-query'
import { ask } from '../client/ask.ts'
import { useLanguage } from '../texts/language.ts'
import { texts, useSay } from '../texts/texts.ts'
import { useListAddress } from '../ui/list/list-address.ts'
import { Asked } from '../ui/page/asked.tsx'
import { Empty } from '../ui/page/empty.tsx'
import { Page } from '../ui/page/page.tsx'
import './standard.css'
import { WordsField } from './words-field.tsx'

const useText = texts('standard-glossary', {
  title: { zh: '术语', en: 'Glossary' },
  about: {
    zh: '一个概念只用一个词：界面、数据、文件与接口都用它',
    en: 'One term, one word: in screens, data, files and the API alike',
  },
  none: { zh: '没有这个词', en: 'No such word' },
  source: { zh: '来源：{{source}}', en: 'Source: {{source}}' },
})

/** Told once where all words have the same. */
const sameSource = (rows: readonly { readonly source: string | null }[]) =>
  new Set(rows.map((r) => r.source)).size === 1

/** G1 · Terms and definitions. */
export function Glossary() {
  const t = useText()
  const say = useSay()
  const language = useLanguage()
  const { at } = useListAddress()
  const glossary = useQuery({ ...ask('standard.glossary', {}, at.q ? { q: at.q } : {}), placeholderData: (b) => b })
  return (
    <Page title={t('title')} about={t('about')}>
      <WordsField />
      <Asked of={glossary}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('none')} />
          ) : (
            <>
              <dl className="standard-terms">
                {rows.map((term) => (
                  <div key={term.id} id={term.id}>
                    <dt>
                      {/* the reader's own word first */}
                      {(language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)).map((of, n) => (
                        <span key={of} lang={of === 'zh' ? 'zh-CN' : 'en'} className={n === 0 ? undefined : 'quiet'}>
                          {term[of]}
                        </span>
                      ))}
                    </dt>
                    <dd>{say(term.means)}</dd>
                    {sameSource(rows) ? null : <dd className="quiet">{term.source}</dd>}
                  </div>
                ))}
              </dl>
              {sameSource(rows) ? <p className="quiet">{t('source', { source: rows[0]?.source ?? '' })}</p> : null}
            </>
          )
        }
      </Asked>
    </Page>
  )
}
