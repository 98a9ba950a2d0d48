import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

const at = { getParentRoute: () => root, validateSearch: listSearch } as const

export const listRoutes = [
  createRoute({
    ...at,
    path: '/settings/lists',
    component: lazyRouteComponent(() => import('./list-index.tsx'), 'ListIndex'),
  }),
  createRoute({
    ...at,
    path: '/settings/lists/$list',
    component: lazyRouteComponent(() => import('./list-page.tsx'), 'ListPage'),
  }),
  createRoute({
    ...at,
    path: '/settings/lists/$list/parties',
    component: lazyRouteComponent(() => import('./party-list.tsx'), 'PartyList'),
  }),
  createRoute({
    ...at,
    path: '/settings/lists/$list/versions/$version',
    component: lazyRouteComponent(() => import('./change-list.tsx'), 'ChangeList'),
  }),
] as const
