import { lineDifference } from '@haixuan/domain/templates/line-difference'
import type { Answer } from '../../client/operations.ts'
import { useAct } from '../../texts/act.ts'
import { texts } from '../../texts/texts.ts'
import { Section } from '../../ui/page/page.tsx'
import type { Texts } from './letter.ts'

const useText = texts('template-compared', {
  title: { zh: '与标准文本的差异', en: 'Beside the standard’s text' },
  same: { zh: '与标准文本相同', en: 'The same as the standard’s text' },
  source: { zh: '标准文本依据：{{source}}', en: 'The standard’s text is from: {{source}}' },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  before: { zh: '标准', en: 'standard' },
  after: { zh: '现文', en: 'as written' },
})
const LANGUAGES = ['zh', 'en'] as const
const whole = (of: Texts, language: 'zh' | 'en') => `${of.subject[language]}\n\n${of.body[language].trimEnd()}`

/** What a letter says otherwise than the standard's, line by line. */
export function Compared({
  standard,
  written,
  source,
}: {
  readonly standard: Texts
  readonly written: Texts
  readonly source: Answer<'template.get'>['source']
}) {
  const t = useText()
  const act = useAct()
  const compared = LANGUAGES.map((language) => ({
    language,
    lines: lineDifference(whole(standard, language), whole(written, language)),
  })).filter(({ lines }) => lines.some((line) => line.in !== 'both'))
  const from = act([source.act, source.article].filter(Boolean).join(' · '))
  return (
    <Section title={t('title')} beside={<span className="quiet">{t('source', { source: from })}</span>}>
      {compared.length === 0 ? <p className="quiet">{t('same')}</p> : null}
      <div className="template-columns">
        {compared.map(({ language, lines }) => (
          <div key={language}>
            <h3>{t(language)}</h3>
            <ul className="template-lines">
              {lines.map((line, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text may be alike
                <li key={i} data-in={line.in}>
                  {line.in === 'both' ? null : <span className="heard">{t(line.in)}</span>}
                  {line.text || '\u00a0'}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}
