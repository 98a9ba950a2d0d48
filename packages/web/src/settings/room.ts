import type { Place } from '../shell/place.ts'

export const settingsRoutes = [] as const
export const settingsProjectRoutes = [] as const
export const settingsPlaces: readonly Place[] = []
