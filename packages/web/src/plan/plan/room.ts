import type { Place } from '../../shell/place.ts'

export const planRoutes = [] as const
export const planProjectRoutes = [] as const
export const planPlaces: readonly Place[] = []
