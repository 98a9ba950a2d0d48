import type { Place } from '../../shell/place.ts'

export const riskRoutes = [] as const
export const riskProjectRoutes = [] as const
export const riskPlaces: readonly Place[] = []
