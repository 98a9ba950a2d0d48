import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { root } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

export const afterSalesRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./case-list.tsx'), 'CaseList'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/new',
    component: lazyRouteComponent(() => import('./new-case.tsx'), 'NewCase'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$case',
    component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
  }),
] as const
export const afterSalesProjectRoutes = [] as const
export const afterSalesPlaces: readonly Place[] = [
  { part: 'improve', name: { zh: '退换货', en: 'Cases' }, to: '/cases' },
]
