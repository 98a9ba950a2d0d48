import { putsBetween, type Seat } from '@haixuan/domain/select/lineup/board/put'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { texts } from '../../../texts/texts.ts'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import type { Board } from '../board/use-board.ts'
import { Figures } from './figures.tsx'
import { SideBySide } from './side-by-side.tsx'
import { type Version, VersionSelect } from './version-select.tsx'
import './compare.css'

const useText = texts('lineup-versions', {
  title: { zh: '对比版本', en: 'Compare versions' },
  left: { zh: '左侧版本', en: 'Version at the left' },
  right: { zh: '右侧版本', en: 'Version at the right' },
  same: { zh: '两个版本完全相同', en: 'The two are the same' },
  all: { zh: '显示全部位次', en: 'Show all slots' },
  changed: { zh: '只看不同之处', en: 'Only what differs' },
  back: { zh: '恢复到左侧版本', en: 'Go back to the one at the left' },
})

type Props = {
  readonly project: string
  readonly board: Board
  readonly mayEdit: boolean
  readonly open: boolean
  readonly onClose: () => void
}

/** I9 · Two lineups side by side: their figures, and slot by slot what came in, went out and moved. */
export function Versions({ project, board, mayEdit, open, onClose }: Props) {
  const t = useText()
  const [from, setFrom] = useState<Version>('proposal')
  const [to, setTo] = useState<Version>('now')
  const [all, setAll] = useState(false)
  const compared = useQuery({
    ...ask(
      'lineup.compare',
      { project },
      { ...(typeof from === 'number' ? { from } : {}), ...(typeof to === 'number' ? { to } : {}) },
    ),
    enabled: open,
  })
  return (
    <Dialog side title={t('title')} open={open} onClose={onClose} width={760}>
      <div className="versions-chosen">
        <VersionSelect {...{ project, open }} label={t('left')} value={from} other="proposal" onChange={setFrom} />
        <VersionSelect {...{ project, open }} label={t('right')} value={to} other="now" onChange={setTo} />
      </div>
      <Asked of={compared}>
        {(c) => (
          <>
            <Figures from={c.from} to={c.to} />
            <div className="versions-bar">
              {c.differences.length === 0 ? <span className="quiet">{t('same')}</span> : <span />}
              <Button size="small" onClick={() => setAll(!all)}>
                {all ? t('changed') : t('all')}
              </Button>
            </div>
            <SideBySide compared={c} all={all} />
            {mayEdit && to === 'now' && c.differences.length > 0 ? (
              <Button
                onClick={() => {
                  const seats = c.seats.from.map(({ minutes, title: _, ...s }) => ({
                    ...s,
                    ...(minutes === null ? {} : { minutes }),
                  })) as Seat[]
                  board.put(putsBetween(board.seats, seats))
                  onClose()
                }}
              >
                {t('back')}
              </Button>
            ) : null}
          </>
        )}
      </Asked>
    </Dialog>
  )
}
