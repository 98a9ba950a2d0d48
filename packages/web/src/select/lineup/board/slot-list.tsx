import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import type { JudgedSeat } from '@haixuan/domain/select/lineup/board/judge-board'
import { Button } from 'antd'
import { texts, useSay } from '../../../texts/texts.ts'
import type { Mark } from '../../../ui/gate/gate-mark.tsx'
import { SlotCardBody } from './slot-card.tsx'
import type { Board } from './use-board.ts'

const useText = texts('slot-list', {
  earlier: { zh: '第 {{slot}} 位提前', en: 'Move slot {{slot}} earlier' },
  later: { zh: '第 {{slot}} 位推后', en: 'Move slot {{slot}} later' },
})

type Props = {
  readonly board: Board
  readonly mayEdit: boolean
  readonly stateOf: (seat: JudgedSeat) => Mark | undefined
  readonly substituteOf: (slot: number) => string | undefined
  readonly timeOf: (slot: number) => string | undefined
  readonly onChoose: (slot: number) => void
  readonly onKey: (slot: number, key: string) => boolean
}

/** The lineup on a phone: from top to bottom, with buttons that move. */
export function SlotList({ board, mayEdit, stateOf, substituteOf, timeOf, onChoose, onKey }: Props) {
  const t = useText()
  const say = useSay()
  const { judged, rules } = board
  if (!judged || !rules) return null
  return (
    <ol className="slot-list">
      {judged.seats.map((seat, at) => (
        <li key={seat.slot}>
          {judged.seats[at - 1]?.phase !== seat.phase ? (
            <h3 className="slot-list-phase">{say(rules.plan.phases[seat.phase]!.name)}</h3>
          ) : null}
          <div className="slot-list-row">
            <button
              type="button"
              data-slot={seat.slot}
              className={`slot-card role-${seat.role ?? 'none'}${seat.product === null ? ' slot-empty' : ''}`}
              onClick={() => onChoose(seat.slot)}
            >
              <SlotCardBody
                {...{ seat, board }}
                state={stateOf(seat)}
                substitute={seat.product === null ? undefined : substituteOf(seat.slot)}
                time={timeOf(seat.slot)}
              />
            </button>
            {mayEdit ? (
              <span className="slot-list-moves">
                <Button
                  icon={<ArrowUpOutlined />}
                  aria-label={t('earlier', { slot: seat.slot })}
                  disabled={at === 0 || seat.locked === true}
                  onClick={() => onKey(seat.slot, 'Alt+ArrowLeft')}
                />
                <Button
                  icon={<ArrowDownOutlined />}
                  aria-label={t('later', { slot: seat.slot })}
                  disabled={at === judged.seats.length - 1 || seat.locked === true}
                  onClick={() => onKey(seat.slot, 'Alt+ArrowRight')}
                />
              </span>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
