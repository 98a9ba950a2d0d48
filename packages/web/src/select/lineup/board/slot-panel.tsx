import { CloseOutlined, LockOutlined, UnlockOutlined } from '@ant-design/icons'
import type { Role } from '@haixuan/domain/gate/words'
import type { Points } from '@haixuan/domain/select/lineup/points'
import { Link } from '@tanstack/react-router'
import { Button, InputNumber, Select } from 'antd'
import { useCommand } from '../../../client/command.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { useLineupSay } from '../lineup-words.tsx'
import { Alternatives } from './alternatives.tsx'
import { useCardText } from './slot-card.tsx'
import type { Board, Lineup } from './use-board.ts'

const useText = texts('slot-panel', {
  why: { zh: '为什么在这里', en: 'Why here' },
  margin: { zh: '预期毛利', en: 'Expected margin' },
  theme: { zh: '主题契合', en: 'Theme fit' },
  role: { zh: '作用契合', en: 'Fit of its role' },
  phase: { zh: '阶段契合', en: 'Fit of the phase' },
  provisional: { zh: '尚未放行', en: 'Not released' },
  lock: { zh: '锁定', en: 'Lock' },
  unlock: { zh: '解除锁定', en: 'Unlock' },
  remove: { zh: '移出', en: 'Take out' },
  substitute: { zh: '替补', en: 'Substitute' },
  promote: { zh: '换上替补', en: 'Put it in' },
  none: { zh: '没有合适的替补', en: 'No substitute fits' },
  minutes: { zh: '时长（分钟）', en: 'Minutes on air' },
  usual: { zh: '默认', en: 'usual' },
  asRole: { zh: '作用', en: 'Role' },
  changed: { zh: '排品后关口有变化', en: 'A gate turned since it was proposed' },
  open: { zh: '查看产品', en: 'Open the product' },
  close: { zh: '关闭', en: 'Close' },
})

type Props = {
  readonly project: string
  readonly lineup: Lineup
  readonly board: Board
  readonly slot: number
  readonly mayEdit: boolean
  readonly onClose: () => void
}
const PARTS: readonly (keyof Points)[] = ['margin', 'theme', 'role', 'phase', 'provisional']

/** One slot: why its product stands here, what may be changed, and why not the others. */
export function SlotPanel({ project, lineup, board, slot, mayEdit, onClose }: Props) {
  const t = useText()
  const card = useCardText()
  const say = useLineupSay()
  const { term } = useWords()
  const { number } = useFormats()
  const lock = useCommand('lineup.lock')
  const unlock = useCommand('lineup.unlock')
  const promote = useCommand('lineup.substitute')
  const told = lineup.slots[slot - 1]
  const seat = board.judged?.seats[slot - 1]
  if (!told || !seat) return null
  const c = seat.product === null ? undefined : board.candidates.get(seat.product)
  const same = told.product?.id === seat.product
  const most = Math.max(1, ...PARTS.map((p) => Math.abs(seat.points?.[p] ?? 0)))
  const params = { project }
  return (
    <div className="slot-panel">
      <header>
        <div>
          <p className="quiet">
            {card('slot', { slot })} · {say(board.rules!.plan.phases[seat.phase]!.name)}
          </p>
          <h2>{c?.title ?? card('empty')}</h2>
        </div>
        <Button type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />
      </header>
      {told.product && same ? (
        <p>
          <GateMark state={told.product.state} />{' '}
          <Link
            to={'/projects/$project/products/$product' as never}
            params={{ project, product: told.product.id } as never}
          >
            {t('open')}
          </Link>
          {told.changed ? <span className="slot-warn"> {t('changed')}</span> : null}
        </p>
      ) : null}
      {seat.findings.length > 0 ? (
        <ul className="seat-findings">
          {seat.findings.map((f) => (
            <li key={f.what.en} className={`seat-finding-${f.severity}`}>
              {say(f.what)}
            </li>
          ))}
        </ul>
      ) : null}
      {seat.points ? (
        <section aria-label={t('why')}>
          <h3>{t('why')}</h3>
          <ul className="points">
            {PARTS.filter((p) => seat.points![p] !== 0).map((p) => (
              <li key={p}>
                <span>{t(p)}</span>
                <span className="points-bar" aria-hidden="true">
                  <i
                    className={seat.points![p] < 0 ? 'points-less' : ''}
                    style={{ width: `${(Math.abs(seat.points![p]) / most) * 100}%` }}
                  />
                </span>
                <b>{number(seat.points![p])}</b>
              </li>
            ))}
          </ul>
          {same ? <p className="quiet">{say(told.why)}</p> : null}
        </section>
      ) : null}
      {c && mayEdit ? (
        <div className="slot-panel-fields">
          <div className="slot-panel-field">
            <span>{t('asRole')}</span>
            <Select<Role>
              aria-label={t('asRole')}
              value={(seat.role ?? undefined) as Role}
              disabled={seat.locked === true}
              options={c.roles.map((r) => ({ value: r.role, label: `${term(r.role)} ${r.score}` }))}
              onChange={(role) => board.put([{ slot, product: c.id, role }])}
            />
          </div>
          <div className="slot-panel-field">
            <span>{t('minutes')}</span>
            <InputNumber
              aria-label={t('minutes')}
              min={1}
              max={600}
              placeholder={t('usual')}
              value={seat.minutes ?? null}
              onChange={(minutes) =>
                board.put([{ slot, product: c.id, ...(seat.role ? { role: seat.role } : {}), minutes }])
              }
            />
          </div>
          <div className="slot-panel-buttons">
            {seat.locked ? (
              <Button
                icon={<UnlockOutlined />}
                loading={unlock.running}
                onClick={() => void unlock.run({ params, input: { slot } })}
              >
                {t('unlock')}
              </Button>
            ) : (
              <Button
                icon={<LockOutlined />}
                loading={lock.running}
                onClick={() => void lock.run({ params, input: { slot, product: c.id } })}
              >
                {t('lock')}
              </Button>
            )}
            <Button disabled={seat.locked === true} onClick={() => board.put([{ slot, product: null }])}>
              {t('remove')}
            </Button>
          </div>
        </div>
      ) : null}
      {c ? (
        <section aria-label={t('substitute')}>
          <h3>{t('substitute')}</h3>
          {told.substitute && same ? (
            <div className="alternative">
              <div>
                <p className="alternative-title">{told.substitute.title}</p>
                <p className="quiet">{say(told.substituteWhy)}</p>
              </div>
              <Button
                size="small"
                loading={promote.running}
                onClick={() => void promote.run({ params, input: { slot }, version: lineup.version })}
              >
                {t('promote')}
              </Button>
            </div>
          ) : (
            <p className="quiet">{say(told.substituteWhy) || t('none')}</p>
          )}
        </section>
      ) : null}
      <Alternatives
        {...{ project, slot, mayEdit }}
        inside={new Set(board.seats.map((s) => s.product))}
        onUse={(row, candidate) =>
          board.put([{ slot, product: row.id, ...(row.role ? { role: row.role } : {}) }], candidate)
        }
      />
    </div>
  )
}
