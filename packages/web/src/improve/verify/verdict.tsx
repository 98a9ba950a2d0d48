import type { ReactNode } from 'react'
import './verdict.css'

type Props = {
  /** what came of a check that this browser made itself */
  readonly state: 'holds' | 'fails' | 'waiting'
  readonly title: string
  readonly children?: ReactNode
}

const SHAPES = {
  holds: <path d="M12 2 4 5v6c0 5 3.400 9 8 11 4.600-2 8-6 8-11V5zm-4 10 3 3 5-6" />,
  fails: <path d="M12 2 4 5v6c0 5 3.400 9 8 11 4.600-2 8-6 8-11V5zM9 9l6 6m0-6-6 6" />,
  waiting: <path d="M12 3a9 9 0 1 0 9 9M12 7v5l3 2" />,
}

/** The verdict on a proof: colour, shape and words. */
export function Verdict({ state, title, children }: Props) {
  return (
    <div className={`verdict verdict-${state}`} role="status">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {SHAPES[state]}
      </svg>
      <div>
        <p className="verdict-title">{title}</p>
        {children}
      </div>
    </div>
  )
}
