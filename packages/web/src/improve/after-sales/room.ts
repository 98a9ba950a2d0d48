import type { Place } from '../../shell/place.ts'

export const afterSalesRoutes = [] as const
export const afterSalesProjectRoutes = [] as const
export const afterSalesPlaces: readonly Place[] = []
