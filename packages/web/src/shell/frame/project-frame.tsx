import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ask } from '../../client/ask.ts'
import { problemOf } from '../../client/problem.ts'
import { texts } from '../../texts/texts.ts'
import { Empty } from '../../ui/page/empty.tsx'
import { forgetProject, rememberProject } from '../project-at-hand.ts'

const useText = texts('project-frame', {
  title: { zh: '没有此项目', en: 'There is no such project' },
  about: {
    zh: '链接有误，或项目不属于您所在的组织。',
    en: 'The link is wrong, or the project is of another organisation.',
  },
  all: { zh: '全部项目', en: 'All projects' },
})

/** Remembers which project is at hand, so that the rail leads back into it; without one, none of its rooms is shown. */
export function ProjectFrame() {
  const t = useText()
  const { project = '' } = useParams({ strict: false })
  const found = useQuery(ask('project.get', { project }))
  const missing = found.error !== null && problemOf(found.error).status === 404
  useEffect(() => (missing ? forgetProject(project) : rememberProject(project)), [missing, project])
  if (!missing) return <Outlet />
  return (
    <Empty title={t('title')}>
      <p>{t('about')}</p>
      <Link to={'/projects' as string}>{t('all')}</Link>
    </Empty>
  )
}
