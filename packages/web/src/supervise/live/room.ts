import type { Place } from '../../shell/place.ts'

export const liveRoutes = [] as const
export const liveProjectRoutes = [] as const
export const livePlaces: readonly Place[] = []
