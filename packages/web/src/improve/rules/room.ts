import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { root } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

export const rulesRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/rules',
    component: lazyRouteComponent(() => import('./rule-list.tsx'), 'RuleList'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rules/new',
    component: lazyRouteComponent(() => import('./publish-rule.tsx'), 'NewRule'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rules/breaches',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./breach-list.tsx'), 'BreachList'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rules/$rule',
    component: lazyRouteComponent(() => import('./rule-page.tsx'), 'RulePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/rules/$rule/publish',
    component: lazyRouteComponent(() => import('./publish-rule.tsx'), 'NextVersion'),
  }),
] as const
export const rulesProjectRoutes = [] as const
const group = { zh: '制度', en: 'Rules' }
export const rulesPlaces: readonly Place[] = [
  { part: 'improve', group, name: { zh: '管理制度', en: 'Rules' }, to: '/rules' },
  { part: 'improve', group, name: { zh: '违规与申诉', en: 'Breaches' }, to: '/rules/breaches' },
]
