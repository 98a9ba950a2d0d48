import { Button } from 'antd'
import { useCommand } from '../../client/command.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { AskOthers } from '../../ui/comments/ask-others.tsx'
import type { Lineup } from './board/use-board.ts'

const useText = texts('lineup-release', {
  release: { zh: '放行排品', en: 'Release the lineup' },
  role: { zh: '放行须由选品、质量或法务人员进行', en: 'Release is for selection, quality or legal' },
})
const MAY = ['selection', 'quality', 'legal'] as const

type Props = { readonly project: string; readonly lineup: Lineup; readonly saving: boolean }

/** I9 · The release by a second person; who had a hand in the lineup asks one for it. */
export function Release({ project, lineup, saving }: Props) {
  const t = useText()
  const may = useMay()
  const me = useMe().data
  const release = useCommand('lineup.release')
  const others = lineup.stops.filter((s) => s.slots.length > 0)
  const own = me !== undefined && lineup.authors.includes(me.name)
  if (own && others.length === 0 && lineup.releasedAt === null) return <AskOthers project={project} what="release" />
  return (
    <Button
      type="primary"
      disabled={!may(...MAY) || lineup.stops.length > 0 || saving}
      loading={release.running}
      onClick={() => void release.run({ params: { project }, input: {}, version: lineup.version })}
    >
      {t('release')}
    </Button>
  )
}

/** What stops the release, each with the slots where it is cured. */
export function ReleaseStops({
  lineup,
  onChoose,
}: {
  readonly lineup: Lineup
  readonly onChoose: (slot: number) => void
}) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  if (lineup.releasedAt) return null
  if (!may(...MAY)) return t('role')
  return lineup.stops.length === 0 ? null : (
    <ul className="release-stops">
      {lineup.stops.map((s) => (
        <li key={s.what.en}>
          {say(s.what)}{' '}
          {s.slots.map((slot) => (
            <button key={slot} type="button" className="slot-link" onClick={() => onChoose(slot)}>
              {slot}
            </button>
          ))}
          <span className="quiet"> · {say(s.remedy)}</span>
        </li>
      ))}
    </ul>
  )
}
