import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { root } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

export const supplierRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/suppliers',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./supplier-list.tsx'), 'SupplierList'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/suppliers/$supplier',
    component: lazyRouteComponent(() => import('./profile/profile.tsx'), 'Profile'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/suppliers/$supplier/inspect',
    component: lazyRouteComponent(() => import('./inspect/inspect.tsx'), 'Inspect'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/screening-lists',
    beforeLoad: () => {
      throw redirect({ to: '/settings/lists' as string })
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/papers',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./paper-notices.tsx'), 'PaperNotices'),
  }),
] as const
export const supplierProjectRoutes = [] as const
export const supplierPlaces: readonly Place[] = [
  { part: 'select', name: { zh: '供应商', en: 'Suppliers' }, to: '/suppliers' },
  { part: 'select', name: { zh: '到期提醒', en: 'Papers lapsing' }, to: '/papers' },
]
