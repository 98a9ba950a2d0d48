/** One record of any kind, as notifications, comments and search name it. */
export type RecordPlace = { readonly kind: string; readonly id: string; readonly project?: string | null | undefined }

const part = encodeURIComponent
const ADDRESSES: Readonly<Record<string, (at: RecordPlace) => string>> = {
  project: ({ id }) => `/projects/${part(id)}`,
  lineup: ({ id }) => `/projects/${part(id)}/lineup`,
  supplier: ({ id }) => `/suppliers/${part(id)}`,
  product: ({ id, project }) => `/projects/${part(project ?? '')}/products/${part(id)}`,
  offer: ({ id, project }) => `/projects/${part(project ?? '')}/products/${part(id)}/offer`,
  case: ({ id }) => `/cases/${part(id)}`,
  alert: ({ id, project }) => (project ? `/projects/${part(project)}/risk/alerts?at=${part(id)}` : '/'),
  recall: ({ id, project }) =>
    project ? `/projects/${part(project)}/risk/recalls/${part(id)}` : `/recalls/${part(id)}`,
  'management-rule': () => '/rules',
  breach: () => '/rules',
  list: ({ id }) => `/settings/lists/${part(id)}`,
  pack: ({ id }) => `/settings/packs/${part(id)}`,
  rule: ({ id }) => `/standard/rules?q=${part(id)}`,
  suggestion: () => '/suggestions',
  task: () => '/settings/tasks',
  file: ({ id }) => `/settings/storage?file=${part(id)}`,
  member: ({ id }) => `/settings/people?member=${part(id)}`,
}

/** Where a record is shown in the workbench. */
export const addressOfRecord = (at: RecordPlace): string => ADDRESSES[at.kind]?.(at) ?? '/'
