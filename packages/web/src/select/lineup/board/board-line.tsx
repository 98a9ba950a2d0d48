import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  type DragOverEvent,
  DragOverlay,
  PointerSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { JudgedSeat } from '@haixuan/domain/select/lineup/board/judge-board'
import { exchanged, moved, type Put } from '@haixuan/domain/select/lineup/board/put'
import { useState } from 'react'
import { texts, useSay } from '../../../texts/texts.ts'
import type { Mark } from '../../../ui/gate/gate-mark.tsx'
import { SlotCardBody } from './slot-card.tsx'
import type { Board } from './use-board.ts'

const useText = texts('board-line', {
  line: { zh: '排品时间线，从左到右', en: 'The lineup over time, left to right' },
  slots: { zh: '{{count}} 位', en: { one: '{{count}} slot', other: '{{count}} slots' } },
  help: {
    zh: '拖动卡片调整；方向键移动焦点，Alt+方向键调换，Delete 移出，Enter 查看',
    en: 'Drag cards; arrows move the focus, Alt+arrows exchange, Delete takes out, Enter opens',
  },
})

export type How = 'exchange' | 'insert'
type Props = {
  readonly board: Board
  readonly how: How
  readonly chosen: number | undefined
  readonly mayEdit: boolean
  readonly stateOf: (seat: JudgedSeat) => Mark | undefined
  readonly substituteOf: (slot: number) => string | undefined
  readonly timeOf: (slot: number) => string | undefined
  readonly onChoose: (slot: number) => void
  readonly onKey: (slot: number, key: string) => boolean
}

/** Points of the screen for one minute on air; a card is never narrower than can be read. */
const PER_MINUTE = 26
const [NARROWEST, WIDEST, USUAL] = [118, 320, 136]
const GIVES = 0.87
/** A card follows the pointer once it is meant. */
const sensors = { pointer: { distance: 5 }, touch: { delay: 180, tolerance: 8 } }

/** The board: time from left to right, phases as bands, a card for each slot as wide as it is long. */
export function BoardLine(props: Props) {
  const { board, how, mayEdit } = props
  const t = useText()
  const say = useSay()
  const [held, setHeld] = useState<number>()
  const use = useSensors(
    useSensor(PointerSensor, { activationConstraint: sensors.pointer }),
    useSensor(TouchSensor, { activationConstraint: sensors.touch }),
  )
  const { judged, rules } = board
  if (!judged || !rules) return null
  const change = (from: number, to: number): Put[] =>
    how === 'exchange' ? exchanged(board.seats, from, to) : moved(board.seats, from, to)
  const over = ({ active, over: at }: DragOverEvent | DragEndEvent) =>
    at && at.id !== active.id ? change(Number(active.id), Number(at.id)) : []
  const heldSeat = held === undefined ? undefined : board.seats.find((s) => s.slot === held)
  const heldCard = heldSeat && judged.seats.find((s) => s.product === heldSeat.product)
  return (
    <DndContext
      sensors={mayEdit ? use : []}
      collisionDetection={closestCenter}
      onDragStart={({ active }) => setHeld(Number(active.id))}
      onDragOver={(e) => board.look(over(e))}
      onDragEnd={(e) => {
        setHeld(undefined)
        board.put(over(e))
      }}
      onDragCancel={() => {
        setHeld(undefined)
        board.look()
      }}
      accessibility={{ container: document.body }}
    >
      {mayEdit ? <p className="quiet board-help">{t('help')}</p> : null}
      <div className="board" role="group" aria-label={t('line')}>
        {rules.plan.phases.map((phase, at) => {
          const seats = judged.seats.filter((s) => s.phase === at)
          return seats.length === 0 ? null : (
            <section key={phase.id} className="band" aria-label={say(phase.name)}>
              <header className="band-head">
                <b>{say(phase.name)}</b>
                <span className="quiet">{t('slots', { count: seats.length })}</span>
              </header>
              <div className="band-cards">
                {seats.map((seat) => (
                  <SlotCard key={seat.slot} seat={seat} held={held === seat.slot} {...props} />
                ))}
              </div>
            </section>
          )
        })}
      </div>
      <DragOverlay dropAnimation={null}>
        {heldCard ? (
          <div className={`slot-card slot-held role-${heldCard.role ?? 'none'}`}>
            <SlotCardBody seat={heldCard} board={board} state={props.stateOf(heldCard)} />
          </div>
        ) : null}
      </DragOverlay>
    </DndContext>
  )
}

const widthOf = (minutes: number | undefined, usual: number | undefined) => {
  const lasts = minutes ?? usual
  if (lasts === undefined) return USUAL
  return Math.max(NARROWEST, Math.min(WIDEST, usual === undefined ? lasts * PER_MINUTE : (lasts / usual) * USUAL))
}

/** A card gives way a little before one of its phase is left alone in a line of its own. */
const roomOf = (width: number) => {
  const least = Math.max(NARROWEST, Math.round(width * GIVES))
  return { width, minWidth: least, maxWidth: width, flex: `1 1 ${least}px` }
}

function SlotCard({
  seat,
  held,
  board,
  chosen,
  mayEdit,
  stateOf,
  substituteOf,
  timeOf,
  onChoose,
  onKey,
}: Props & {
  readonly seat: JudgedSeat
  readonly held: boolean
}) {
  const { setNodeRef: dropRef, isOver } = useDroppable({ id: seat.slot })
  const still = !mayEdit || seat.product === null || seat.locked === true
  const { setNodeRef, listeners, attributes } = useDraggable({ id: seat.slot, disabled: still })
  const { onKeyDown: _, ...pointer } = listeners ?? {}
  const worst = seat.findings.some((f) => f.severity === 'warn') ? ' slot-has-warn' : ''
  return (
    <button
      ref={(node) => {
        dropRef(node)
        setNodeRef(node)
      }}
      type="button"
      {...(still ? {} : pointer)}
      aria-roledescription={attributes['aria-roledescription']}
      aria-pressed={chosen === seat.slot}
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete"
      data-slot={seat.slot}
      className={[
        'slot-card',
        `role-${seat.role ?? 'none'}`,
        chosen === seat.slot ? 'slot-chosen' : '',
        seat.product === null ? 'slot-empty' : '',
        isOver && !held ? 'slot-over' : '',
        held ? 'slot-source' : '',
        worst,
      ].join(' ')}
      style={roomOf(widthOf(seat.minutes, board.rules?.plan.minutesPerSlot))}
      onClick={() => onChoose(seat.slot)}
      onKeyDown={(e) => {
        const key = `${e.altKey ? 'Alt+' : ''}${e.key}`
        if (onKey(seat.slot, key)) e.preventDefault()
      }}
    >
      <SlotCardBody
        seat={seat}
        board={board}
        state={stateOf(seat)}
        substitute={seat.product === null ? undefined : substituteOf(seat.slot)}
        time={timeOf(seat.slot)}
      />
    </button>
  )
}
