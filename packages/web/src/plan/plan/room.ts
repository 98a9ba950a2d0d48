import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import type { Place } from '../../shell/place.ts'
import { projectRoot, root } from '../../shell/roots.tsx'

const compared = z.object({ from: z.coerce.number().optional(), to: z.coerce.number().optional() }).catch({})

export const planRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/projects/new',
    component: lazyRouteComponent(() => import('./edit/new-project.tsx'), 'NewProject'),
  }),
] as const
export const planProjectRoutes = [
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'plan',
    component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'plan/revise',
    component: lazyRouteComponent(() => import('./edit/revise-plan.tsx'), 'RevisePlan'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'plan/versions',
    validateSearch: compared,
    component: lazyRouteComponent(() => import('./versions/versions.tsx'), 'Versions'),
  }),
] as const
export const planPlaces: readonly Place[] = [
  { part: 'plan', name: { zh: '方案', en: 'Plan' }, to: '/projects/$project/plan' },
  { part: 'plan', name: { zh: '版本', en: 'Versions' }, to: '/projects/$project/plan/versions' },
]
