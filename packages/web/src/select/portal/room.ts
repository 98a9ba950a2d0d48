import type { Place } from '../../shell/place.ts'

export const portalRoutes = [] as const
export const portalProjectRoutes = [] as const
export const portalPlaces: readonly Place[] = []
