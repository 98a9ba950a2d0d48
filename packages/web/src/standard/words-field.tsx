import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { texts } from '../texts/texts.ts'
import { useListAddress } from '../ui/list/list-address.ts'

const useText = texts('words-field', { search: { zh: '搜索', en: 'Search' } })
const TYPING_MS = 250

/** Words to look for, kept in the address. */
export function WordsField() {
  const t = useText()
  const { at, change } = useListAddress()
  const [typed, setTyped] = useState(at.q ?? '')
  useEffect(() => {
    if (typed === (at.q ?? '')) return
    const rest = setTimeout(() => change({ q: typed || undefined }), TYPING_MS)
    return () => clearTimeout(rest)
  }, [typed, at.q, change])
  return (
    <Input
      allowClear
      className="standard-words"
      prefix={<SearchOutlined aria-hidden />}
      value={typed}
      placeholder={t('search')}
      aria-label={t('search')}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
