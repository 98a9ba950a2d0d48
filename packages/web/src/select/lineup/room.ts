import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import type { Place } from '../../shell/place.ts'
import { projectRoot } from '../../shell/roots.tsx'

export const lineupRoutes = [] as const
export const lineupProjectRoutes = [
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'lineup',
    validateSearch: z.object({ slot: z.coerce.number().int().optional() }).catch({}),
    component: lazyRouteComponent(() => import('./lineup-page.tsx'), 'LineupPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'lineup/run-of-show',
    component: lazyRouteComponent(() => import('./papers/run-of-show.tsx'), 'RunOfShow'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'lineup/script-cards',
    component: lazyRouteComponent(() => import('./papers/script-cards.tsx'), 'ScriptCards'),
  }),
] as const
export const lineupPlaces: readonly Place[] = [
  { part: 'select', name: { zh: '排品', en: 'Lineup' }, to: '/projects/$project/lineup' },
  { part: 'select', name: { zh: '流程单', en: 'Run of show' }, to: '/projects/$project/lineup/run-of-show' },
]
