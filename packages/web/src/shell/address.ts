/** The address of a room of a project, whatever letters its id has. */
export const inProject = (project: string, ...parts: readonly string[]): string =>
  ['', 'projects', project, ...parts].map(encodeURIComponent).join('/')
