import type { Notice } from './message.ts'

type About = Pick<Notice, 'type' | 'subject' | 'project' | 'event'>

const inProject = (project: string, ...rest: string[]) => ['projects', project, ...rest]
/** Pages of what an event tells of, by its family; what has none is shown in the log. */
const PAGES: Readonly<Record<string, (subject: string, project: string) => readonly string[]>> = {
  plan: (subject) => inProject(subject, 'plan'),
  project: (subject) => inProject(subject),
  lineup: (subject) => inProject(subject, 'lineup'),
  results: (subject) => inProject(subject, 'results'),
  live: (_, project) => inProject(project, 'live'),
  alert: (_, project) => inProject(project, 'risk', 'alerts'),
  product: (subject, project) => inProject(project, 'products', subject),
  nonconformity: (subject, project) => inProject(project, 'quality', 'nonconformities', subject),
  recall: (subject) => ['recalls', subject],
  supplier: (subject) => ['suppliers', subject],
  case: (subject) => ['cases', subject],
}
/** Families whose pages lie in the project of the event. */
const INSIDE = ['live', 'alert', 'product', 'nonconformity']

/** Where the workbench shows what a notice tells of; whoever follows it signs in first. */
export function noticeLink({ type, subject, project, event }: About, address: string): string {
  const family = type.slice(0, type.indexOf('.'))
  const page = INSIDE.includes(family) && project === null ? undefined : PAGES[family]
  const path = page
    ? page(subject, project ?? '')
        .map(encodeURIComponent)
        .join('/')
    : `archive/log?event=${encodeURIComponent(event)}`
  return `${address.replace(/\/+$/, '')}/${path}`
}
