import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ListName, Params, Query } from '../../client/operations.ts'
import { addressOf } from '../../client/send.ts'
import { useLanguage } from '../../texts/language.ts'
import { texts } from '../../texts/texts.ts'

const useText = texts('list-export', {
  export: { zh: '导出', en: 'Export' },
  csv: { zh: '导出为 CSV（全部符合条件的记录）', en: 'As CSV, all that match' },
  xlsx: { zh: '导出为 Excel（全部符合条件的记录）', en: 'As Excel, all that match' },
})

type Props<N extends ListName> = { readonly name: N; readonly params: Params<N>; readonly query: Query<N> }

/** Saves the list as a table: all rows that its filters leave, in its order, with headers in the reader's language. */
export function ListExport<N extends ListName>({ name, params, query }: Props<N>) {
  const t = useText()
  const lang = useLanguage()
  const href = (format: string) => {
    const [path, search] = addressOf(name, { params: params as never, query: { ...(query as object), lang } }).split(
      '?',
    )
    return `${path}.${format}?${search}`
  }
  const items = (['xlsx', 'csv'] as const).map((format) => ({
    key: format,
    label: (
      <a href={href(format)} download>
        {t(format)}
      </a>
    ),
  }))
  return (
    <Dropdown autoFocus menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button icon={<DownloadOutlined />} aria-label={t('export')} title={t('export')} />
    </Dropdown>
  )
}
