import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import type { Place } from '../../shell/place.ts'
import { projectRoot } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

export const cooperationRoutes = [] as const
export const cooperationProjectRoutes = [
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'offers',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./offer-list.tsx'), 'OfferList'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'products/$product/offer',
    validateSearch: z.object({ market: z.string().optional() }).catch({}),
    component: lazyRouteComponent(() => import('./offer/offer-page.tsx'), 'OfferPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'settlements',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./settlement/settlement-list.tsx'), 'SettlementList'),
  }),
] as const
export const cooperationPlaces: readonly Place[] = [
  { part: 'select', name: { zh: '合作条件', en: 'Offers' }, to: '/projects/$project/offers' },
  { part: 'select', name: { zh: '结算单', en: 'Statements' }, to: '/projects/$project/settlements' },
]
