import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { projectRoot, root } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

export const resultsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/suggestions',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../suggestions/suggestion-board.tsx'), 'SuggestionBoard'),
  }),
] as const
export const resultsProjectRoutes = [
  createRoute({
    getParentRoute: () => projectRoot,
    path: '/results',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./results-page.tsx'), 'ResultsPage'),
  }),
] as const
const group = { zh: '结果与改进', en: 'Results' }
export const resultsPlaces: readonly Place[] = [
  { part: 'improve', group, name: { zh: '直播结果', en: 'Results' }, to: '/projects/$project/results' },
  { part: 'improve', group, name: { zh: '改进建议', en: 'Suggestions' }, to: '/suggestions' },
]
