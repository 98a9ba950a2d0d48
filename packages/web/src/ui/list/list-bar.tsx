import { CloseOutlined, FilterOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, type InputRef, Select, Tag } from 'antd'
import type { ReactNode, Ref } from 'react'
import { texts } from '../../texts/texts.ts'
import { DayInput } from '../day/day-input.tsx'
import { Popup } from '../dialog/popup.tsx'
import type { Column, Filter } from './column.ts'
import type { ListAddress } from './list-address.ts'
import { Search } from './search.tsx'

const useText = texts('list-bar', {
  filter: { zh: '筛选', en: 'Filter' },
  columns: { zh: '列', en: 'Columns' },
  any: { zh: '不限', en: 'any' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
})

type Props<R> = {
  readonly at: ListAddress
  readonly change: (to: ListAddress) => void
  readonly filters: readonly Filter[]
  readonly columns: readonly Column<R>[]
  readonly shown: readonly Column<R>[]
  readonly show: (keys: readonly string[]) => void
  readonly searchRef: Ref<InputRef>
  /** how many rows there are */
  readonly total: string
  readonly extra?: ReactNode
}

/** Above a list: words to look for, filters as chips, which columns, how many. */
export function ListBar<R>({ at, change, filters, columns, shown, show, searchRef, total, extra }: Props<R>) {
  const t = useText()
  const active = filters.filter((f) => at[f.key] !== undefined)
  return (
    <div className="list-bar no-print">
      <Search value={at.q ?? ''} onSearch={(q) => change({ q })} inputRef={searchRef} />
      {filters.length > 0 ? (
        <Popup
          label={t('filter')}
          content={
            <div className="list-filters">
              {filters.map((f) => (
                <FilterField
                  key={f.key}
                  filter={f}
                  value={at[f.key]}
                  onChange={(value) => change({ [f.key]: value })}
                  any={t('any')}
                />
              ))}
            </div>
          }
        >
          <Button icon={<FilterOutlined />}>{t('filter')}</Button>
        </Popup>
      ) : null}
      {active.map((f) => (
        <Tag key={f.key} closable onClose={() => change({ [f.key]: undefined })} className="list-chip">
          {f.title}: {labelOf(f, at[f.key] as string)}
        </Tag>
      ))}
      {active.length > 1 ? (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          onClick={() => change(Object.fromEntries(active.map((f) => [f.key, undefined])))}
        >
          {t('clear')}
        </Button>
      ) : null}
      <span className="list-total" aria-live="polite">
        {total}
      </span>
      {extra}
      <Popup
        label={t('columns')}
        placement="bottomRight"
        content={
          <Checkbox.Group
            className="list-columns"
            value={shown.map((c) => c.key)}
            onChange={(keys) => show(keys as string[])}
            options={columns.map((c) => ({ value: c.key, label: c.title, disabled: c.phone === 'title' }))}
          />
        }
      >
        <Button
          icon={<TableOutlined />}
          className="list-columns-button"
          aria-label={t('columns')}
          title={t('columns')}
        />
      </Popup>
    </div>
  )
}

const labelOf = (f: Filter, value: string) =>
  f.options?.find((o) => o.value === value)?.label ?? f.nameOf?.(value) ?? value

function FilterField({
  filter,
  value,
  onChange,
  any,
}: {
  readonly filter: Filter
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly any: string
}) {
  const id = `filter-${filter.key}`
  return (
    <>
      <label htmlFor={id}>{filter.title}</label>
      {filter.options ? (
        <Select
          id={id}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={any}
          value={value ?? null}
          options={[...filter.options]}
          onChange={(chosen) => onChange(chosen ?? undefined)}
          style={{ width: 200 }}
        />
      ) : filter.kind === 'day' ? (
        <DayInput id={id} value={value} onChange={onChange} width={200} />
      ) : (
        <Input
          id={id}
          allowClear
          defaultValue={value ?? ''}
          placeholder={any}
          onPressEnter={(event) => onChange(event.currentTarget.value || undefined)}
          onBlur={(event) => onChange(event.currentTarget.value || undefined)}
        />
      )}
    </>
  )
}
