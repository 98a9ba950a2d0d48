import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { type Ref, useEffect, useState } from 'react'
import { texts } from '../../texts/texts.ts'
import './list.css'

const useText = texts('list-search', { search: { zh: '搜索', en: 'Search' } })

const TYPING_MS = 250

type Props = {
  readonly value: string
  readonly onSearch: (q: string) => void
  /** where `/` goes; such a box says so */
  readonly inputRef?: Ref<InputRef>
}

/** Words to look for in a list, looked for once a person rests. */
export function Search({ value, onSearch, inputRef }: Props) {
  const t = useText()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const rest = setTimeout(() => onSearch(typed), TYPING_MS)
    return () => clearTimeout(rest)
  }, [typed, value, onSearch])
  return (
    <Input
      {...(inputRef ? { ref: inputRef } : {})}
      className="list-search"
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      suffix={typed || !inputRef ? undefined : <kbd>/</kbd>}
      value={typed}
      placeholder={t('search')}
      aria-label={t('search')}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
