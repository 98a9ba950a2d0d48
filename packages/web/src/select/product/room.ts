import type { Place } from '../../shell/place.ts'

export const productRoutes = [] as const
export const productProjectRoutes = [] as const
export const productPlaces: readonly Place[] = []
