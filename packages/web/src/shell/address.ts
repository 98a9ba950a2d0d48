/** The address of a room of a project, whatever letters its id has. */
export const inProject = (project: string, ...parts: readonly string[]): string =>
  ['', 'projects', project, ...parts].map(encodeURIComponent).join('/')

/** Where a link leads. */
export type Destination = { readonly to: string; readonly params?: object; readonly search?: object }

/** The page of a supplier; one that only listings name as their seller is recorded first, under that name. */
export const ofSupplier = (supplier: string, name: string): Destination =>
  supplier.startsWith('seller:')
    ? { to: '/suppliers', search: { record: name } }
    : { to: '/suppliers/$supplier', params: { supplier } }
