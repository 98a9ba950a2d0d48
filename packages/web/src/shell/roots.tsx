import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ErrorPage } from './error-page.tsx'
import { Frame } from './frame/frame.tsx'
import { NotFound } from './not-found.tsx'
import type { Place } from './place.ts'

/** Everything stands in the frame, which knows every room one can go to. */
export const root = createRootRouteWithContext<{ readonly places: readonly Place[] }>()({
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: ErrorPage,
})

/** Everything of one project: its rooms are children of this. */
export const projectRoot = createRoute({
  getParentRoute: () => root,
  path: '/projects/$project',
  component: lazyRouteComponent(() => import('./frame/project-frame.tsx'), 'ProjectFrame'),
})
