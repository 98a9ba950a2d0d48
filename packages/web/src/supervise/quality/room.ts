import type { Place } from '../../shell/place.ts'

export const qualityRoutes = [] as const
export const qualityProjectRoutes = [] as const
export const qualityPlaces: readonly Place[] = []
