import { createRouter } from '@tanstack/react-router'
import { places, projectRoutes, routes } from '../rooms.ts'
import { projectRoot, root } from './roots.tsx'

const tree = root.addChildren([...routes, projectRoot.addChildren([...projectRoutes])])

export const router = createRouter({
  routeTree: tree,
  context: { places },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
