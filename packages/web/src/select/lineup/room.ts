import type { Place } from '../../shell/place.ts'

export const lineupRoutes = [] as const
export const lineupProjectRoutes = [] as const
export const lineupPlaces: readonly Place[] = []
