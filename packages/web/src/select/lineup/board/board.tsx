import type { JudgedSeat } from '@haixuan/domain/select/lineup/board/judge-board'
import { clockAfter, slotTimes } from '@haixuan/domain/select/lineup/board/slot-times'
// biome-ignore lint/style/noRestrictedImports: on a phone a slot comes up from the foot, under the thumb, and shuts by itself
import { Drawer } from 'antd'
import { useState } from 'react'
import { useNarrow } from '../../../look/narrow.ts'
import type { Mark } from '../../../ui/gate/gate-mark.tsx'
import { LeftOut } from '../left-out.tsx'
import { LineupWords } from '../lineup-words.tsx'
import { BoardBar } from './board-bar.tsx'
import { BoardLine, type How } from './board-line.tsx'
import { Limits } from './limits.tsx'
import { SlotList } from './slot-list.tsx'
import { SlotPanel } from './slot-panel.tsx'
import type { Board as BoardState, Lineup } from './use-board.ts'
import { useBoardKeys } from './use-board-keys.ts'
import './board.css'
import '../roles.css'

type Props = {
  readonly project: string
  readonly lineup: Lineup
  readonly board: BoardState
  readonly mayEdit: boolean
  /** when the stream begins, such as 20:00 */
  readonly begins: string | undefined
  readonly chosen: number | undefined
  readonly onChoose: (slot: number | undefined) => void
}

/** I9 · The arrangement: its gauge, its slots over time, the slot that is chosen, its limits and what is left out. */
export function Board({ project, lineup, board, mayEdit, begins, chosen, onChoose }: Props) {
  const narrow = useNarrow()
  const [how, setHow] = useState<How>('exchange')
  const [pointed, setPointed] = useState<readonly number[]>([])
  const onKey = useBoardKeys(board, mayEdit)
  const { judged } = board
  if (!judged) return null
  const times = slotTimes(board.shown, board.rules?.plan.minutesPerSlot)
  const timeOf = (slot: number) => {
    const at = times?.[slot - 1]
    return begins && at ? clockAfter(begins, at.from) : undefined
  }
  const states = new Map(lineup.slots.flatMap((s) => (s.product ? [[s.product.id, s.product.state] as const] : [])))
  const stateOf = (seat: JudgedSeat): Mark | undefined => {
    if (seat.product === null) return undefined
    const c = board.candidates.get(seat.product)
    return states.get(seat.product) ?? (c?.excluded ? 'open' : c?.released ? 'passed' : 'conditional')
  }
  const substituteOf = (slot: number) => {
    const s = lineup.slots[slot - 1]
    return s?.product?.id === board.shown[slot - 1]?.product ? s?.substitute?.title : undefined
  }
  const shown = { board, mayEdit, stateOf, substituteOf, timeOf, onKey, onChoose }
  const panel =
    chosen === undefined ? null : (
      <SlotPanel {...{ project, lineup, board, mayEdit }} slot={chosen} onClose={() => onChoose(undefined)} />
    )
  return (
    <LineupWords of={lineup}>
      <BoardBar {...{ board, lineup, mayEdit, how }} onHow={setHow} />
      <div className={panel && !narrow ? 'board-with-panel' : ''}>
        <div className="board-main" data-pointed={pointed.length > 0 || undefined}>
          {pointed.length > 0 ? (
            <style>
              {pointed.map((n) => `.board [data-slot="${n}"]`).join(',')}
              {'{opacity:1 !important}'}
            </style>
          ) : null}
          {narrow ? <SlotList {...shown} /> : <BoardLine {...shown} {...{ how, chosen }} />}
          <Limits limits={judged.limits} conflicts={lineup.edited ? [] : lineup.conflicts} onPoint={setPointed} />
          <LeftOut lineup={lineup} />
        </div>
        {panel && !narrow ? <aside className="board-panel">{panel}</aside> : null}
      </div>
      {narrow ? (
        <Drawer
          open={panel !== null}
          onClose={() => onChoose(undefined)}
          placement="bottom"
          size="85%"
          closable={false}
        >
          {panel}
        </Drawer>
      ) : null}
    </LineupWords>
  )
}
