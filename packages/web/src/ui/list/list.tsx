import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, type InputRef, Skeleton } from 'antd'
import { type ReactNode, useMemo, useRef } from 'react'
import { askPages } from '../../client/ask.ts'
import type { ListName, Params, Query, Row } from '../../client/operations.ts'
import { problemOf } from '../../client/problem.ts'
import { useNarrow } from '../../look/narrow.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { ProblemNote } from '../page/problem-note.tsx'
import type { Column, Filter } from './column.ts'
import { useKeptColumns } from './kept-columns.ts'
import { useListAddress } from './list-address.ts'
import { ListBar } from './list-bar.tsx'
import { ListExport } from './list-export.tsx'
import { ListRows } from './list-rows.tsx'
import { SavedViews } from './saved-views.tsx'
import { useSelection } from './selection.ts'
import './list.css'

const useText = texts('list', {
  rows: { zh: '{{count}} 条', en: { one: '{{count}} row', other: '{{count}} rows' } },
  more: { zh: '{{count}}+ 条', en: '{{count}}+ rows' },
  selected: { zh: '已选 {{count}} 条', en: { one: '{{count}} selected', other: '{{count}} selected' } },
  drop: { zh: '取消选择', en: 'Clear' },
  none: { zh: '没有符合条件的记录', en: 'Nothing matches' },
  again: { zh: '重试', en: 'Try again' },
})

type Props<N extends ListName> = {
  /** the list of the API; its columns are remembered under this name */
  readonly name: N
  readonly params: Params<N>
  /** asked for besides what the address says */
  readonly query?: Partial<Query<N>>
  readonly label: string
  readonly columns: readonly Column<Row<N>>[]
  readonly filters?: readonly Filter[]
  readonly idOf: (row: Row<N>) => string
  /** where a row leads */
  readonly open?: (row: Row<N>) => { readonly to: string; readonly params?: object; readonly search?: object }
  /** what can be done with the rows that are selected; none can be selected when absent */
  readonly actions?: (rows: readonly Row<N>[], done: () => void) => ReactNode
  /** shown when there is nothing at all: how to fill the list */
  readonly empty: ReactNode
  /** beside the filters, before export and views */
  readonly extra?: ReactNode
  /** a row's details beside the list, over it on a phone */
  readonly beside?: ReactNode
  /** how many rows there are, where a question of its own counts them; `more` when there are more than that */
  readonly counted?: { readonly count: number; readonly more: boolean } | undefined
}

/** A list of the API: filters and sort in the address, virtual scroll, keyboard (↑ ↓ Enter x /), selection, cards on a phone. */
export function List<N extends ListName>(props: Props<N>) {
  const {
    name,
    params,
    query,
    label,
    columns,
    filters = [],
    idOf,
    open,
    actions,
    empty,
    extra,
    beside,
    counted,
  } = props
  const t = useText()
  const { number } = useFormats()
  const navigate = useNavigate()
  const narrow = useNarrow()
  const { at, change } = useListAddress()
  const { shown, show, chosen } = useKeptColumns(name, columns)
  const search = useRef<InputRef>(null)
  const asked = useMemo(() => {
    const keys = new Set(['q', 'sort', ...filters.map((f) => f.key)])
    return { ...Object.fromEntries(Object.entries(at).filter(([key]) => keys.has(key))), ...query } as Query<N>
  }, [at, filters, query])
  const list = useInfiniteQuery({ ...askPages(name, params, asked), placeholderData: (before) => before } as ReturnType<
    typeof askPages<N>
  >)
  const rows = useMemo(
    () => ((list.data?.pages ?? []) as unknown as { rows: Row<N>[] }[]).flatMap((page) => page.rows),
    [list.data],
  )
  const selection = useSelection(rows, idOf)
  const narrowed = ['q', ...filters.map((f) => f.key)].some((key) => at[key] !== undefined)
  const told = list.data?.pages[0] as { total?: number; totalIsLeast?: boolean } | undefined
  const count = counted?.count ?? told?.total ?? rows.length
  const least = counted?.more ?? (told?.total === undefined ? list.hasNextPage : told.totalIsLeast === true)
  const total = list.data ? (least ? t('more', { count: number(count) }) : t('rows', { count })) : ''
  const go = open ? (row: Row<N>) => void navigate(open(row) as never) : undefined
  return (
    <div className={beside ? 'list list-with-beside' : 'list'}>
      <ListBar
        {...{ at, change, filters, columns, shown, show, total }}
        searchRef={search}
        extra={
          <>
            {extra}
            <SavedViews list={name} keys={['q', 'sort', ...filters.map((f) => f.key)]} {...{ at, change }} />
            <ListExport {...{ name, params }} query={asked} />
          </>
        }
      />
      <div className="list-frame">
        {list.error && !list.data ? (
          <ProblemNote problem={problemOf(list.error)}>
            <Button size="small" onClick={() => void list.refetch()}>
              {t('again')}
            </Button>
          </ProblemNote>
        ) : !list.data ? (
          <div className="list-more">
            <Skeleton active title={false} paragraph={{ rows: 8 }} />
          </div>
        ) : rows.length === 0 ? (
          narrowed ? (
            <p className="empty">{t('none')}</p>
          ) : (
            empty
          )
        ) : (
          <ListRows
            {...{ label, rows, idOf, narrow, selection }}
            columns={shown}
            chosen={chosen}
            sort={at.sort}
            onSort={(sort) => change({ sort })}
            selectable={actions !== undefined}
            onOpen={go}
            onSearch={() => search.current?.focus()}
            onEnd={() => {
              if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
            }}
          />
        )}
        {actions && selection.rows.length > 0 ? (
          <div className="list-selection" role="toolbar" aria-label={t('selected', { count: selection.rows.length })}>
            <span>{t('selected', { count: selection.rows.length })}</span>
            {actions(selection.rows, selection.clear)}
            <Button type="text" size="small" onClick={selection.clear}>
              {t('drop')}
            </Button>
          </div>
        ) : null}
      </div>
      {beside ? <aside className="list-beside">{beside}</aside> : null}
    </div>
  )
}
