import type { Place } from '../shell/place.ts'

export const standardRoutes = [] as const
export const standardProjectRoutes = [] as const
export const standardPlaces: readonly Place[] = []
