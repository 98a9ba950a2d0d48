import type { GateState } from '@haixuan/domain/gate/gate'
import { texts } from '../../texts/texts.ts'
import './gate-mark.css'

/** How a gate or a record stands: the three states of a gate, waived, or lapsed. */
export type Mark = GateState | 'waived' | 'lapsed'

const SHAPES: Readonly<Record<Mark, React.ReactNode>> = {
  passed: <path d="m3.5 8.5 3 3 6-7" />,
  conditional: <path d="M8 2.5a5.5 5.5 0 1 0 0 11" strokeDasharray="none" />,
  open: <path d="m4 4 8 8m0-8-8 8" />,
  waived: <path d="M3 8.5c2-3 3.5-3 5 0s3 3 5 0" />,
  lapsed: <path d="M8 3.5V8l3 2.5" />,
}

const useText = texts('gate', {
  passed: { zh: '通过', en: 'passed' },
  conditional: { zh: '暂定', en: 'provisional' },
  open: { zh: '未通过', en: 'open' },
  waived: { zh: '已豁免', en: 'waived' },
  lapsed: { zh: '已失效', en: 'lapsed' },
})

type Props = {
  readonly state: Mark
  /** what stands in this state: said before the state, and shown when `named` */
  readonly of?: string
  /** the shape alone; its words are said to readers of screens */
  readonly small?: boolean
}

/** The one mark of a gate, the same everywhere: colour, shape and word. */
export function GateMark({ state, of, small = false }: Props) {
  const t = useText()
  const words = of ? `${of} · ${t(state)}` : t(state)
  return (
    <span className={`gate-mark gate-${state}${small ? ' gate-small' : ''}`} title={small ? words : undefined}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {SHAPES[state]}
      </svg>
      <span className={small ? 'heard' : undefined}>{words}</span>
    </span>
  )
}
