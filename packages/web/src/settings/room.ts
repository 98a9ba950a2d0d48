import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Place } from '../shell/place.ts'
import { root } from '../shell/roots.tsx'
import { listSearch } from '../ui/list/list-address.ts'
import { listRoutes } from './lists/room.ts'

const at = { getParentRoute: () => root, validateSearch: listSearch } as const
const tasks = createRoute({
  ...at,
  path: '/settings/tasks',
  component: lazyRouteComponent(() => import('./task-list.tsx'), 'TaskList'),
})

export const settingsRoutes = [
  createRoute({
    ...at,
    path: '/notifications',
    component: lazyRouteComponent(() => import('../shell/notifications/notification-list.tsx'), 'NotificationList'),
  }),
  createRoute({
    ...at,
    path: '/settings/account',
    component: lazyRouteComponent(() => import('./account/account.tsx'), 'Account'),
  }),
  createRoute({
    ...at,
    path: '/settings/organisation',
    component: lazyRouteComponent(() => import('./organisation.tsx'), 'Organisation'),
  }),
  createRoute({
    ...at,
    path: '/settings/people',
    component: lazyRouteComponent(() => import('./people/people.tsx'), 'People'),
  }),
  createRoute({
    ...at,
    path: '/settings/connections',
    component: lazyRouteComponent(() => import('./connections/connections.tsx'), 'Connections'),
  }),
  createRoute({
    ...at,
    path: '/settings/keys',
    component: lazyRouteComponent(() => import('./api-keys.tsx'), 'ApiKeys'),
  }),
  createRoute({
    ...at,
    path: '/settings/storage',
    component: lazyRouteComponent(() => import('./storage.tsx'), 'Storage'),
  }),
  createRoute({
    ...at,
    path: '/settings/limits',
    component: lazyRouteComponent(() => import('./limits/limits.tsx'), 'Limits'),
  }),
  createRoute({
    ...at,
    path: '/settings/packs',
    component: lazyRouteComponent(() => import('./packs/pack-list.tsx'), 'PackList'),
  }),
  createRoute({
    ...at,
    path: '/settings/packs/$pack',
    component: lazyRouteComponent(() => import('./packs/pack-page.tsx'), 'PackPage'),
  }),
  createRoute({
    ...at,
    path: '/settings/templates',
    component: lazyRouteComponent(() => import('./templates/template-list.tsx'), 'TemplateList'),
  }),
  createRoute({
    ...at,
    path: '/settings/templates/$kind',
    component: lazyRouteComponent(() => import('./templates/template-page.tsx'), 'TemplatePage'),
  }),
  ...listRoutes,
  tasks.addChildren([
    createRoute({
      getParentRoute: () => tasks,
      path: '$task',
      component: lazyRouteComponent(() => import('./task-details.tsx'), 'TaskDetails'),
    }),
  ]),
] as const
export const settingsProjectRoutes = [] as const

const place = (zh: string, en: string, to: string, roles?: readonly string[]): Place => ({
  part: 'settings',
  name: { zh, en },
  to: `/settings/${to}`,
  ...(roles ? { roles } : {}),
})
const EVERYONE = [
  'selection',
  'sourcing',
  'quality',
  'legal',
  'host',
  'live-control',
  'finance',
  'service',
  'supplier',
  'auditor',
]
export const settingsPlaces: readonly Place[] = [
  place('我的账号', 'My account', 'account', EVERYONE),
  place('组织', 'Organisation', 'organisation'),
  place('成员与角色', 'People and roles', 'people'),
  place('规则包', 'Rule packs', 'packs', ['selection', 'sourcing', 'quality', 'legal', 'auditor']),
  place('名单', 'Lists', 'lists', ['selection', 'sourcing', 'quality', 'legal', 'auditor']),
  place('限额与期限', 'Limits', 'limits', ['quality', 'legal', 'finance', 'service', 'auditor']),
  place('信函模板', 'Templates', 'templates', ['selection', 'sourcing', 'quality', 'legal', 'service', 'auditor']),
  place('连接', 'Connections', 'connections', ['auditor']),
  place('API 密钥', 'API keys', 'keys'),
  place('存储与日志', 'Storage and log', 'storage', ['auditor']),
  place('后台任务', 'Tasks', 'tasks'),
]
