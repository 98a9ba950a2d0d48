import type { Answer } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { useLanguage } from '../../../texts/language.ts'
import { texts } from '../../../texts/texts.ts'

const useText = texts('read-as', {
  languages: { zh: '语言：{{list}}', en: 'Language: {{list}}' },
  currencies: { zh: '币种：{{list}}', en: 'Currency: {{list}}' },
  noCurrency: { zh: '币种未能辨认', en: 'Currency not recognised' },
})

/** How the file is written: format, encoding, language, currency. */
export function ReadAs({ preview: p }: { readonly preview: Answer<'product.preview-import'> }) {
  const t = useText()
  const { list } = useFormats()
  const names = new Intl.DisplayNames(useLanguage() === 'zh' ? 'zh-CN' : 'en-GB', { type: 'language' })
  const languages = p.languages.filter((l) => l !== 'und').map((l) => names.of(l) ?? l)
  const currencies = [...new Set(p.currencies.map((c) => c.currency))]
  return (
    <span className="quiet">
      {[
        [p.format.toUpperCase(), p.encoding, p.sheet].filter(Boolean).join(' · '),
        languages.length > 0 ? t('languages', { list: list(languages) }) : '',
        currencies.length > 0 ? t('currencies', { list: currencies.join(', ') }) : t('noCurrency'),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}
