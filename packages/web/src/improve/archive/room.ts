import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Place } from '../../shell/place.ts'
import { root } from '../../shell/roots.tsx'
import { listSearch } from '../../ui/list/list-address.ts'

export const archiveRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/archive/log',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../log/log-page.tsx'), 'LogPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/archive/log/tree',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../log/tree-page.tsx'), 'TreePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/archive/exports',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./exports-page.tsx'), 'ExportsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/archive/retention',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./retention-page.tsx'), 'RetentionPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/verify',
    component: lazyRouteComponent(() => import('../verify/verify-page.tsx'), 'VerifyPage'),
  }),
] as const
export const archiveProjectRoutes = [] as const
const group = { zh: '归档', en: 'Archive' }
export const archivePlaces: readonly Place[] = [
  { part: 'improve', group, name: { zh: '导出归档', en: 'Archives' }, to: '/archive/exports' },
  { part: 'improve', group, name: { zh: '日志', en: 'Log' }, to: '/archive/log' },
  { part: 'improve', group, name: { zh: '哈希树', en: 'Tree' }, to: '/archive/log/tree' },
  { part: 'improve', group, name: { zh: '离线核验', en: 'Verify' }, to: '/verify' },
  { part: 'improve', group, name: { zh: '保存期限', en: 'Retention' }, to: '/archive/retention' },
]
