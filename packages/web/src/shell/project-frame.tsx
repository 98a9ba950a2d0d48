import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { rememberProject } from './project-at-hand.ts'

/** Remembers which project is at hand, so that the rail leads back into it. */
export function ProjectFrame() {
  const { project } = useParams({ strict: false })
  useEffect(() => {
    if (project) rememberProject(project)
  }, [project])
  return <Outlet />
}
