import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { initReactI18next } from 'react-i18next'

/** The languages of the workbench, Chinese first. */
export type Language = 'zh' | 'en'
const KEPT = 'haixuan.language'
const kept = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh')

void i18next.use(initReactI18next).init({
  lng: kept(),
  fallbackLng: false,
  supportedLngs: ['zh', 'en'],
  interpolation: { escapeValue: false },
  initAsync: false,
  resources: {},
  // a text that is not there is a bug: it is told loudly, and the browser tests fail on it
  saveMissing: true,
  missingKeyHandler: (_, namespace, key) => console.error(`no text for ${namespace}:${key}`),
})

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT, language)
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
  void i18next.changeLanguage(language)
}

export const language = (): Language => i18next.language as Language

const follow = (on: () => void) => {
  i18next.on('languageChanged', on)
  return () => i18next.off('languageChanged', on)
}
export const useLanguage = (): Language => useSyncExternalStore(follow, language)
