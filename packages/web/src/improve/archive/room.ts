import type { Place } from '../../shell/place.ts'

export const archiveRoutes = [] as const
export const archiveProjectRoutes = [] as const
export const archivePlaces: readonly Place[] = []
