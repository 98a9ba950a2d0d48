import type { Place } from '../../shell/place.ts'

export const supplierRoutes = [] as const
export const supplierProjectRoutes = [] as const
export const supplierPlaces: readonly Place[] = []
