import { createRoute, redirect } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { root } from '../../shell/roots.tsx'

export const todayRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/projects' })
    },
  }),
] as const
export const todayProjectRoutes = [] as const
export const todayPlaces: readonly Place[] = []
