import { keptChoice } from '../look/kept.ts'

const isZone = (value: string): value is string => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}

/** The zone in which moments are shown; the device's own when none was chosen. */
export const zone = keptChoice<string>('haixuan.zone', isZone)
export const useZone = zone.useChosen
