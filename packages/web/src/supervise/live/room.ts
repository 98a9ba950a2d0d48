import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import type { Place } from '../../shell/place.ts'
import { projectRoot } from '../../shell/roots.tsx'

export const liveRoutes = [] as const
export const liveProjectRoutes = [
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'live',
    validateSearch: z.looseObject({ view: z.enum(['control', 'host']).optional() }).catch({}),
    component: lazyRouteComponent(() => import('./live-page.tsx'), 'LivePage'),
  }),
] as const
export const livePlaces: readonly Place[] = [
  { part: 'supervise', name: { zh: '直播台', en: 'Live desk' }, to: '/projects/$project/live' },
]
