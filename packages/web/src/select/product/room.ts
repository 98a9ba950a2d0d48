import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import type { Place } from '../../shell/place.ts'
import { projectRoot } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

const text = z.string().optional()

export const productRoutes = [] as const
export const productProjectRoutes = [
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'products',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./list/product-list.tsx'), 'ProductList'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'products/$product',
    component: lazyRouteComponent(() => import('./page/product-page.tsx'), 'ProductPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'import',
    validateSearch: z.object({ file: text, task: text, sheet: text, seller: text, currency: text }).catch({}),
    component: lazyRouteComponent(() => import('./import/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => projectRoot,
    path: 'matrix',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./eligibility/eligibility.tsx'), 'Eligibility'),
  }),
] as const
export const productPlaces: readonly Place[] = [
  { part: 'select', name: { zh: '候选产品', en: 'Products' }, to: '/projects/$project/products' },
  { part: 'select', name: { zh: '准入矩阵', en: 'Eligibility' }, to: '/projects/$project/matrix' },
  {
    part: 'select',
    name: { zh: '导入清单', en: 'Import' },
    to: '/projects/$project/import',
    roles: ['selection', 'sourcing'],
  },
]
