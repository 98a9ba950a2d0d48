import type { Place } from '../../shell/place.ts'

export const cooperationRoutes = [] as const
export const cooperationProjectRoutes = [] as const
export const cooperationPlaces: readonly Place[] = []
