import { useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox } from 'antd'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useDensity } from '../../look/density.ts'
import { texts } from '../../texts/texts.ts'
import type { Column } from './column.ts'
import type { Selection } from './selection.ts'
import { useFitting } from './use-fitting.ts'

const useText = texts('list-rows', {
  select: { zh: '选择此行', en: 'Select this row' },
  selectAll: { zh: '选择已载入的全部', en: 'Select all that are loaded' },
})

const ROW = { comfortable: 46, compact: 34 } as const
const CARD = 84
/** The next page is asked for so many rows before the end. */
const AHEAD = 20

type Props<R> = {
  readonly label: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly idOf: (row: R) => string
  /** the columns are a person's own choice */
  readonly chosen: boolean
  readonly narrow: boolean
  readonly sort: string | undefined
  readonly onSort: (sort: string) => void
  readonly selectable: boolean
  readonly selection: Selection<R>
  readonly onOpen: ((row: R) => void) | undefined
  readonly onSearch: () => void
  readonly onEnd: () => void
}

/** The rows that are in sight, and no others, however many there are. */
export function ListRows<R>(props: Props<R>) {
  const { label, columns, chosen, rows, idOf, narrow, sort, onSort, selectable, selection, onOpen, onSearch, onEnd } =
    props
  const t = useText()
  const scroll = useRef<HTMLDivElement>(null)
  const { shown: fitting, tracks, least } = useFitting(scroll, columns, { selectable, chosen })
  const density = useDensity()
  const row = ROW[density]
  const [active, setActive] = useState(0)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (narrow ? CARD : row),
    overscan: 12,
    getItemKey: (index) => idOf(rows[index] as R),
  })
  const shown = virtual.getVirtualItems()
  const lastShown = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastShown >= rows.length - AHEAD) onEnd()
  }, [lastShown, rows.length, onEnd])
  // cards and rows have other heights
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the form changes
  useEffect(() => virtual.measure(), [narrow, row, virtual])

  // Tab stops at the row at hand and at what can be done in it, not at every link of every row
  useLayoutEffect(() => {
    for (const each of scroll.current?.querySelectorAll<HTMLElement>('[data-index]') ?? [])
      for (const stop of each.querySelectorAll<HTMLElement>('a, button, input, [tabindex]')) {
        // what was never a stop does not become one
        stop.dataset.stop ??= String(stop.tabIndex)
        if (stop.dataset.stop === '0') stop.tabIndex = each.dataset.index === String(active) ? 0 : -1
      }
  })

  const focus = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index))
    setActive(to)
    virtual.scrollToIndex(to)
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus())
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return
    const page = Math.floor((scroll.current?.clientHeight ?? row) / row) - 1
    const keys: Record<string, () => void> = {
      ArrowDown: () => focus(active + 1),
      ArrowUp: () => focus(active - 1),
      j: () => focus(active + 1),
      k: () => focus(active - 1),
      PageDown: () => focus(active + page),
      PageUp: () => focus(active - page),
      Home: () => focus(0),
      End: () => focus(rows.length - 1),
      Enter: () => onOpen?.(rows[active] as R),
      x: () => selectable && selection.toggle(active, event.shiftKey),
      ' ': () => selectable && selection.toggle(active, event.shiftKey),
      Escape: () => selection.rows.length > 0 && selection.clear(),
      '/': onSearch,
    }
    const act = keys[event.key]
    if (!act || event.metaKey || event.ctrlKey || (event.target as HTMLElement).closest('a, button')) return
    event.preventDefault()
    act()
  }
  return (
    <div
      ref={scroll}
      className="list-scroll"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length}
      onKeyDown={onKey}
      style={{ '--list-tracks': tracks, '--list-least': narrow ? 0 : `${least}px` } as React.CSSProperties}
    >
      {narrow ? null : (
        <div className="list-head" role="row">
          {selectable ? (
            <span role="columnheader" className="list-cell">
              <Checkbox
                aria-label={t('selectAll')}
                checked={selection.rows.length === rows.length}
                indeterminate={selection.rows.length > 0 && selection.rows.length < rows.length}
                onChange={selection.all}
              />
            </span>
          ) : null}
          {fitting.map((c) => (
            <Heading key={c.key} column={c} sort={sort} onSort={onSort} />
          ))}
        </div>
      )}
      <div className="list-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, key, start, size }) => {
          const row = rows[index] as R
          const common = {
            role: 'row',
            'aria-rowindex': index + 1,
            'data-index': index,
            'data-opens': onOpen ? true : undefined,
            tabIndex: index === active ? 0 : -1,
            onFocus: () => setActive(index),
            onClick: (event: React.MouseEvent) => {
              if (!(event.target as HTMLElement).closest('a, button, input, label')) onOpen?.(row)
            },
            ...(selectable ? { 'aria-selected': selection.has(row) } : {}),
          }
          const select = selectable ? (
            <Checkbox
              key="select"
              aria-label={t('select')}
              tabIndex={-1}
              checked={selection.has(row)}
              onChange={(event) => selection.toggle(index, (event.nativeEvent as MouseEvent).shiftKey)}
            />
          ) : null
          return narrow ? (
            <div
              key={key}
              ref={virtual.measureElement}
              className="list-row"
              {...common}
              style={{ transform: `translateY(${start}px)`, display: 'block' }}
            >
              <Card columns={columns} row={row} select={select} />
            </div>
          ) : (
            <div
              key={key}
              className="list-row"
              {...common}
              style={{ transform: `translateY(${start}px)`, height: size }}
            >
              {select ? (
                <span role="gridcell" className="list-cell">
                  {select}
                </span>
              ) : null}
              {fitting.map((c) => (
                <span key={c.key} role="gridcell" className={c.align ? 'list-cell list-cell-end' : 'list-cell'}>
                  {c.cell(row)}
                </span>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Heading<R>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<R>
  readonly sort: string | undefined
  readonly onSort: (sort: string) => void
}) {
  const by = column.sort
  const up = by !== undefined && sort === by
  const down = by !== undefined && sort === `-${by}`
  return (
    <span
      role="columnheader"
      className={column.align ? 'list-cell list-cell-end' : 'list-cell'}
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
    >
      {by ? (
        <button
          type="button"
          className="list-sort"
          data-sorted={up || down || undefined}
          onClick={() => onSort(up ? `-${by}` : by)}
        >
          {column.title}
          <span aria-hidden>{up ? '↑' : down ? '↓' : '↕'}</span>
        </button>
      ) : (
        column.title
      )}
    </span>
  )
}

function Card<R>({
  columns,
  row,
  select,
}: {
  readonly columns: readonly Column<R>[]
  readonly row: R
  readonly select: React.ReactNode
}) {
  const of = (...places: NonNullable<Column<R>['phone']>[]) => columns.filter((c) => places.includes(c.phone ?? 'line'))
  return (
    <div className="list-card" role="gridcell">
      <div className="list-card-head">
        <span className="list-card-title">
          {select}
          {of('title').map((c) => (
            <span key={c.key}>{c.cell(row)}</span>
          ))}
        </span>
        <span>
          {of('beside').map((c) => (
            <span key={c.key}>{c.cell(row)}</span>
          ))}
        </span>
      </div>
      <div className="list-card-lines">
        {of('line', 'named').map((c) => {
          const said = c.cell(row)
          // what is not there needs no line of its own
          return said === '—' || said === '' || said === null ? null : (
            <span key={c.key}>
              {c.align || c.phone === 'named' ? `${c.title} ` : null}
              {said}
            </span>
          )
        })}
      </div>
    </div>
  )
}
