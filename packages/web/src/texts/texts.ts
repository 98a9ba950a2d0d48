import type { Text } from '@haixuan/domain/kernel/errors'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import './language.ts'

/** One text in both languages; English that counts gives its singular and plural: `{{count}}` is filled in. */
type Both = { readonly zh: string; readonly en: string | { readonly one: string; readonly other: string } }
type Values = Readonly<Record<string, string | number | undefined>>
export type Say<Key extends string> = (key: Key, values?: Values) => string

/**
 * Declares the texts of a room, both languages side by side, so that none can lack one; gives the hook that says them.
 *
 *     const useText = texts('lineup', { filled: { zh: '已排 {{count}} 个坑位', en: { one: '{{count}} slot filled', other: '{{count}} slots filled' } } })
 *     const t = useText()
 *     t('filled', { count: 24 })
 */
export function texts<const Key extends string>(room: string, all: Readonly<Record<Key, Both>>): () => Say<Key> {
  const zh: Record<string, string> = {}
  const en: Record<string, string> = {}
  for (const [key, text] of Object.entries<Both>(all)) {
    zh[key] = text.zh
    if (typeof text.en === 'string') en[key] = text.en
    else for (const [number, form] of Object.entries(text.en)) en[`${key}_${number}`] = form
    // Chinese has one form, which i18next looks up as `other` when a count is given
    if (typeof text.en !== 'string') zh[`${key}_other`] = text.zh
  }
  i18next.addResourceBundle('zh', room, zh, true, true)
  i18next.addResourceBundle('en', room, en, true, true)
  return () => {
    const { t } = useTranslation(room)
    return (key, values) => t(key as string, { ...values } as Record<string, unknown>)
  }
}

/** Says a text that comes in both languages, such as a finding's. */
export function useSay(): (text: Text) => string {
  const { i18n } = useTranslation()
  return (text) => text[i18n.language as keyof Text]
}
