import type { Place } from '../../shell/place.ts'

export const rulesRoutes = [] as const
export const rulesProjectRoutes = [] as const
export const rulesPlaces: readonly Place[] = []
