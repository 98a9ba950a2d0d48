import type { Place } from '../../shell/place.ts'

export const resultsRoutes = [] as const
export const resultsProjectRoutes = [] as const
export const resultsPlaces: readonly Place[] = []
