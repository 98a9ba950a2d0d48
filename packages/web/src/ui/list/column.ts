import type { ReactNode } from 'react'

/** A column of a list, and what becomes of it on a phone. */
export type Column<R> = {
  readonly key: string
  readonly title: string
  readonly cell: (row: R) => ReactNode
  /** a track of a CSS grid: `120px`, `minmax(240px, 3fr)` */
  readonly width?: string
  /** name of the sort of the API that goes by this column */
  readonly sort?: string
  readonly align?: 'end'
  /** on a phone: the card's title, beside the title, a line under it (as when absent), one with its name, or left out */
  readonly phone?: 'title' | 'beside' | 'line' | 'named' | 'left-out'
  /** left out first where the window has no room for all columns, as is what a phone leaves out; the last such one before others */
  readonly spare?: boolean
  /** left out until a person asks for it */
  readonly hidden?: boolean
}

/** Something a list can be narrowed by; `key` is the parameter of the API and of the address. */
export type Filter = {
  readonly key: string
  readonly title: string
  /** what can be chosen; any text when absent */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** how a value that is not among the options is called, such as a supplier's id */
  readonly nameOf?: (value: string) => string
  readonly kind?: 'text' | 'day'
}
