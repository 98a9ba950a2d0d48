import { Select } from 'antd'
import { useState } from 'react'
import { texts } from '../../texts/texts.ts'

const useText = texts('picker', {
  find: { zh: '按名称或编号查找', en: 'Find by name or id' },
  none: { zh: '没有找到', en: 'Nothing found' },
  searching: { zh: '正在查找', en: 'Looking' },
})

export type Choice = { readonly value: string; readonly label: string; readonly more?: string | undefined }
/** What a field of a form gives whatever stands in it. */
export type FieldOf = {
  readonly id?: string
  readonly value?: string | undefined
  readonly onChange?: (value: string | undefined) => void
  readonly disabled?: boolean
  readonly label?: string
}
type Props = FieldOf & {
  /** the choices for what is looked for */
  readonly choices: readonly Choice[] | undefined
  readonly onSearch: (q: string) => void
  readonly clearable?: boolean
}

/** Picks one record by its name instead of having its id typed; it is looked for on the server as one types. */
export function Picker({ choices, onSearch, clearable = false, label, value, onChange, ...field }: Props) {
  const t = useText()
  // what was picked keeps its name while something else is looked for
  const [picked, setPicked] = useState<Choice>()
  const options = choices ?? []
  const known = picked && picked.value === value && !options.some((o) => o.value === value) ? [picked] : []
  return (
    <Select
      {...field}
      {...(label ? { 'aria-label': label } : {})}
      value={value ?? null}
      allowClear={clearable}
      showSearch={{ onSearch, filterOption: false }}
      placeholder={t('find')}
      notFoundContent={choices === undefined ? t('searching') : t('none')}
      options={[...known, ...options]}
      optionRender={({ data }) => (
        <div className="picker-choice">
          <div>{data.label}</div>
          {data.more ? <div className="quiet">{data.more}</div> : null}
        </div>
      )}
      onFocus={() => onSearch('')}
      onChange={(next) => {
        setPicked(options.find((o) => o.value === next))
        onSearch('')
        onChange?.(next ?? undefined)
      }}
      style={{ width: '100%' }}
    />
  )
}
