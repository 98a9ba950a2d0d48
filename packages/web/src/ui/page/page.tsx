import { type ReactNode, useEffect } from 'react'
import { useNarrow } from '../../look/narrow.ts'
import './page.css'

type Props = {
  readonly title: string
  /** said after the title: a mark, a count */
  readonly beside?: ReactNode
  /** one line under the title */
  readonly about?: ReactNode
  /** the one primary action, with others before it */
  readonly actions?: ReactNode
  /** what stops the primary action, shown under it */
  readonly stops?: ReactNode
  /** true when the content fills the window's height itself, as a list does */
  readonly filled?: boolean
  /** true of a form that is longer than a phone: there its action stays in sight at the foot */
  readonly form?: boolean
  readonly children: ReactNode
}

/** One page: its title, its one primary action with what stops it beside it, its content. */
export function Page({ title, beside, about, actions, stops, filled = false, form = false, children }: Props) {
  const atFoot = useNarrow() && form && actions !== undefined
  useEffect(() => {
    document.title = `${title} · 海选 Haixuan`
  }, [title])
  return (
    <article className={filled ? 'page page-filled' : 'page'}>
      <header className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {beside}
        </div>
        {about ? <div className="page-about">{about}</div> : null}
        {actions && !atFoot ? <div className="page-actions no-print">{actions}</div> : null}
        {stops && !atFoot ? <div className="page-stops">{stops}</div> : null}
      </header>
      {children}
      {atFoot ? (
        <footer className="page-foot no-print">
          {stops ? <div className="page-stops">{stops}</div> : null}
          <div className="page-actions">{actions}</div>
        </footer>
      ) : null}
    </article>
  )
}

/** A part of a page with a title of its own; `id` is what links lead to. */
export function Section({
  title,
  id,
  beside,
  children,
}: {
  readonly title: string
  readonly id?: string
  readonly beside?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="section" id={id} aria-label={title}>
      <header className="section-head">
        <h2>{title}</h2>
        {beside}
      </header>
      {children}
    </section>
  )
}

/** Names and values of a record, in columns as wide as there is room. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="facts">{children}</dl>
}
/** More than a name: Chinese without a pause or an address, longer than a column of facts is wide. */
const LONG = /[\u4e00-\u9fff]{11,}|[!-~]{18,}/

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={typeof children === 'string' && LONG.test(children) ? 'fact fact-told' : 'fact'}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
