import type { ReactNode } from 'react'
import './empty.css'

/** Nothing here yet: why, and how to fill it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <svg viewBox="0 0 64 40" aria-hidden="true">
        <path d="M4 30c6.500 0 6.500-5 13-5s6.500 5 13 5 6.500-5 13-5 6.500 5 13 5" />
        <path d="M4 37c6.500 0 6.500-5 13-5s6.500 5 13 5 6.500-5 13-5 6.500 5 13 5" opacity=".5" />
        <circle cx="46" cy="10" r="5" />
      </svg>
      <p className="empty-title">{title}</p>
      {children ? <div>{children}</div> : null}
    </div>
  )
}
