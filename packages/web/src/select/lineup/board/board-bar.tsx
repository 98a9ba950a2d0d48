import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useNarrow } from '../../../look/narrow.ts'
import { texts } from '../../../texts/texts.ts'
import type { How } from './board-line.tsx'
import { Gauge } from './gauge.tsx'
import type { Board, Lineup } from './use-board.ts'

const useText = texts('board-bar', {
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  exchange: { zh: '互换', en: 'Exchange' },
  insert: { zh: '插入', en: 'Insert' },
  how: { zh: '拖放方式', en: 'What dropping does' },
})

type Props = {
  readonly board: Board
  readonly lineup: Lineup
  readonly mayEdit: boolean
  readonly how: How
  readonly onHow: (how: How) => void
}

/** How good the arrangement is, what dropping a card does, and the way back. */
export function BoardBar({ board, lineup, mayEdit, how, onHow }: Props) {
  const t = useText()
  const narrow = useNarrow()
  const { judged, undo, redo } = board
  if (!judged) return null
  return (
    <div className="board-bar">
      <Gauge judged={judged} bound={lineup.board?.certified.bound ?? lineup.bound} />
      {mayEdit ? (
        <span className="board-tools">
          {narrow ? null : (
            <Segmented<How>
              aria-label={t('how')}
              value={how}
              onChange={onHow}
              options={(['exchange', 'insert'] as const).map((value) => ({ value, label: t(value) }))}
            />
          )}
          <Button icon={<UndoOutlined />} disabled={!undo} onClick={undo} aria-label={t('undo')} title={t('undo')} />
          <Button icon={<RedoOutlined />} disabled={!redo} onClick={redo} aria-label={t('redo')} title={t('redo')} />
        </span>
      ) : null}
    </div>
  )
}
