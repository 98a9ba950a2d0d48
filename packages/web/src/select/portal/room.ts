import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { root } from '../../shell/roots.tsx'

export const portalRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/portal',
    component: lazyRouteComponent(() => import('./owed.tsx'), 'Owed'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/profile',
    component: lazyRouteComponent(() => import('./own-profile.tsx'), 'OwnProfile'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/products',
    component: lazyRouteComponent(() => import('./own-products.tsx'), 'OwnProducts'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/products/$project/$product',
    component: lazyRouteComponent(() => import('./own-product.tsx'), 'OwnProduct'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/products/$project/$product/terms',
    component: lazyRouteComponent(() => import('./terms/own-terms.tsx'), 'OwnTerms'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/nonconformities',
    component: lazyRouteComponent(() => import('./own-nonconformities.tsx'), 'OwnNonconformities'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/portal/nonconformities/$nonconformity',
    component: lazyRouteComponent(() => import('./own-nonconformity.tsx'), 'OwnNonconformity'),
  }),
] as const
export const portalProjectRoutes = [] as const
export const portalPlaces: readonly Place[] = [
  { part: 'today', name: { zh: '待办事项', en: 'What we owe' }, to: '/portal', roles: ['supplier'] },
  { part: 'today', name: { zh: '企业资料', en: 'Our profile' }, to: '/portal/profile', roles: ['supplier'] },
  { part: 'today', name: { zh: '产品与样品', en: 'Products' }, to: '/portal/products', roles: ['supplier'] },
  {
    part: 'today',
    name: { zh: '不合格整改', en: 'Nonconformities' },
    to: '/portal/nonconformities',
    roles: ['supplier'],
  },
]
