import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import type { Place } from '../shell/place.ts'
import { root } from '../shell/roots.tsx'

const page = <const P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({
    getParentRoute: () => root,
    path,
    // words, filters and days stay in the address
    validateSearch: z.record(z.string(), z.coerce.string()).catch({}),
    component,
  })

export const standardRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/standard',
    beforeLoad: () => {
      throw redirect({ to: '/standard/clauses' as string })
    },
  }),
  page(
    '/standard/clauses',
    lazyRouteComponent(() => import('./clauses.tsx'), 'Clauses'),
  ),
  page(
    '/standard/glossary',
    lazyRouteComponent(() => import('./glossary.tsx'), 'Glossary'),
  ),
  page(
    '/standard/rules',
    lazyRouteComponent(() => import('./rules/rules.tsx'), 'Rules'),
  ),
  page(
    '/standard/changes',
    lazyRouteComponent(() => import('./changes/changes.tsx'), 'Changes'),
  ),
  page(
    '/standard/classes',
    lazyRouteComponent(() => import('./lists/classes.tsx'), 'Classes'),
  ),
  page(
    '/standard/documents',
    lazyRouteComponent(() => import('./lists/documents.tsx'), 'Documents'),
  ),
  page(
    '/standard/contracts',
    lazyRouteComponent(() => import('./lists/contracts.tsx'), 'Contracts'),
  ),
] as const
export const standardProjectRoutes = [] as const
export const standardPlaces: readonly Place[] = [
  { part: 'standard', name: { zh: '条款', en: 'Clauses' }, to: '/standard/clauses' },
  { part: 'standard', name: { zh: '术语', en: 'Glossary' }, to: '/standard/glossary' },
  { part: 'standard', name: { zh: '市场规则', en: 'Rules by market' }, to: '/standard/rules' },
  { part: 'standard', name: { zh: '规则变更', en: 'Changes of law' }, to: '/standard/changes' },
  { part: 'standard', name: { zh: '品类', en: 'Classes' }, to: '/standard/classes' },
  { part: 'standard', name: { zh: '证件类型', en: 'Documents' }, to: '/standard/documents' },
  { part: 'standard', name: { zh: '合同条款库', en: 'Contract clauses' }, to: '/standard/contracts' },
]
