import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { projectRoot, root } from '../../shell/roots.tsx'

export const conformityRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/conformity',
    component: lazyRouteComponent(() => import('./conformity-page.tsx'), 'ConformityPage'),
  }),
] as const
export const conformityProjectRoutes = [
  createRoute({
    getParentRoute: () => projectRoot,
    path: '/conformity',
    component: lazyRouteComponent(() => import('./conformity-page.tsx'), 'ConformityPage'),
  }),
] as const
export const conformityPlaces: readonly Place[] = [
  {
    part: 'improve',
    name: { zh: '符合性', en: 'Conformity' },
    to: '/conformity',
    also: '/projects/$project/conformity',
  },
]
