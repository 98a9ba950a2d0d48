import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ask } from '../../client/ask.ts'
import { problemOf } from '../../client/problem.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { BeforeAir } from './before-air.tsx'
import { Desk } from './desk.tsx'

/** S3 · The live desk of a project: before the stream how far it is ready, then who is on air. */
export function LivePage() {
  const { project } = useParams({ from: '/projects/$project/live' })
  const desk = useQuery({
    ...ask('live.desk', { project }),
    retry: (times, error) => times < 3 && problemOf(error).status !== 404,
  })
  if (desk.error && problemOf(desk.error).status === 404) return <BeforeAir project={project} />
  return <Asked of={desk}>{(shown) => <Desk desk={shown} project={project} />}</Asked>
}
