import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ask } from '../client/ask.ts'
import { density } from '../look/density.ts'
import { chooseTheme } from '../look/theme.ts'
import { chooseLanguage } from '../texts/language.ts'
import { zone } from '../texts/zone.ts'

const fresh = (key: string) => localStorage.getItem(key) === null

/** On a device where a person has chosen nothing yet, takes over what they chose on another. */
export function useKeptPreferences(): void {
  const kept = useQuery({ ...ask('preference.get', {}), staleTime: Number.POSITIVE_INFINITY }).data
  useEffect(() => {
    if (!kept) return
    if (kept.language && fresh('haixuan.language')) chooseLanguage(kept.language)
    if (kept.theme && fresh('haixuan.theme')) chooseTheme(kept.theme)
    if (kept.zone && fresh('haixuan.zone')) zone.choose(kept.zone)
    if (kept.density && fresh('haixuan.density')) density.choose(kept.density)
  }, [kept])
}
