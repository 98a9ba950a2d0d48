import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import type { Place } from '../../shell/place.ts'
import { projectRoot, root } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

const recallPage = lazyRouteComponent(() => import('./recall-page.tsx'), 'RecallPage')

export const riskRoutes = [
  // a recall may touch several projects: who only knows its id finds it here
  createRoute({ getParentRoute: () => root, path: '/recalls/$recall', component: recallPage }),
] as const
export const riskProjectRoutes = [
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'risk',
    validateSearch: z.looseObject({ risk: z.string().optional() }).catch({}),
    component: lazyRouteComponent(() => import('./register-page.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'risk/alerts',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./alert-list.tsx'), 'AlertList'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'risk/holds',
    component: lazyRouteComponent(() => import('./holds-page.tsx'), 'HoldsPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'risk/stop',
    validateSearch: z.looseObject({ sku: z.string().optional() }).catch({}),
    component: lazyRouteComponent(() => import('./stop-page.tsx'), 'StopPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'risk/recalls/$recall',
    component: recallPage,
  }),
] as const
export const riskPlaces: readonly Place[] = [
  { part: 'supervise', name: { zh: '风险', en: 'Risk' }, to: '/projects/$project/risk' },
]
