import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { root } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

export const projectRoutesOutside = [
  createRoute({
    getParentRoute: () => root,
    path: '/projects',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./project-list.tsx'), 'ProjectList'),
  }),
] as const
export const projectRoutesInside = [] as const
export const projectPlaces: readonly Place[] = [{ part: 'plan', name: { zh: '项目', en: 'Projects' }, to: '/projects' }]
