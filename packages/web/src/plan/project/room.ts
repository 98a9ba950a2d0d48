import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { projectRoot, root } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

export const projectRoutesOutside = [
  createRoute({
    getParentRoute: () => root,
    path: '/projects',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./project-list.tsx'), 'ProjectList'),
  }),
] as const
export const projectRoutesInside = [
  createRoute({
    getParentRoute: () => projectRoot,
    path: '/',
    component: lazyRouteComponent(() => import('../flow/flow.tsx'), 'Flow'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'suppliers-here',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../flow/suppliers-here.tsx'), 'SuppliersHere'),
  }),
] as const
export const projectPlaces: readonly Place[] = [
  { part: 'plan', name: { zh: '项目', en: 'Projects' }, to: '/projects' },
  { part: 'plan', name: { zh: '流程', en: 'Flow' }, to: '/projects/$project' },
]
