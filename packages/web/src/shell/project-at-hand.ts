import { useParams } from '@tanstack/react-router'

const KEPT = 'haixuan.project'

export const rememberProject = (project: string): void => localStorage.setItem(KEPT, project)

/** The project of the address, or the one a person was in last. */
export function useProjectAtHand(): string | undefined {
  const { project } = useParams({ strict: false })
  return project ?? localStorage.getItem(KEPT) ?? undefined
}

/** What is not there is not led back to. */
export function forgetProject(project: string): void {
  if (localStorage.getItem(KEPT) === project) localStorage.removeItem(KEPT)
}
