import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { projectRoot } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

export const qualityRoutes = [] as const
export const qualityProjectRoutes = [
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'quality',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./lot-list.tsx'), 'LotList'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'quality/lots/$product/$lot',
    component: lazyRouteComponent(() => import('./lot-page.tsx'), 'LotPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'quality/lots/$product/$lot/inspect',
    component: lazyRouteComponent(() => import('./inspect-page.tsx'), 'InspectPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'quality/nonconformities',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./board.tsx'), 'NonconformityBoard'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'quality/nonconformities/$nonconformity',
    component: lazyRouteComponent(() => import('./nonconformity-page.tsx'), 'NonconformityPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'quality/scorecards',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./scorecards.tsx'), 'Scorecards'),
  }),
] as const
export const qualityPlaces: readonly Place[] = [
  { part: 'supervise', name: { zh: '质量', en: 'Quality' }, to: '/projects/$project/quality' },
]
