import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { root } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

export const todayRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./today.tsx'), 'Today'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/work',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./work-list.tsx'), 'WorkList'),
  }),
] as const
export const todayProjectRoutes = [] as const
export const todayPlaces: readonly Place[] = [
  { part: 'today', name: { zh: '今日', en: 'Today' }, to: '/' },
  { part: 'today', name: { zh: '待办', en: 'Work' }, to: '/work' },
]
