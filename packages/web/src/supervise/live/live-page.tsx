import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ask } from '../../client/ask.ts'
import { useNews } from '../../client/live.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { BeforeAir } from './before-air.tsx'
import { Desk } from './desk.tsx'

/** S3 · The live desk of a project: before the stream how far it is ready, then who is on air. */
export function LivePage() {
  const { project } = useParams({ from: '/projects/$project/live' })
  const shown = ask('live.desk', { project })
  const desk = useQuery(shown)
  const queries = useQueryClient()
  // what is pulled here is seen on all desks at once, not when the rest of the workbench is asked for anew
  useNews({
    event: (news) => void (news.project === project && queries.invalidateQueries({ queryKey: shown.queryKey })),
  })
  return (
    <Asked of={desk}>
      {(shown) =>
        shown.state === 'before' ? (
          <BeforeAir desk={shown} project={project} />
        ) : (
          <Desk desk={shown} project={project} />
        )
      }
    </Asked>
  )
}
