import type { Place } from '../../shell/place.ts'

export const conformityRoutes = [] as const
export const conformityProjectRoutes = [] as const
export const conformityPlaces: readonly Place[] = []
