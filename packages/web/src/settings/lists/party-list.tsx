import { Link, useParams } from '@tanstack/react-router'
import { countryName } from '../../select/supplier/words.ts'
import { useFormats } from '../../texts/formats.ts'
import { useLanguage } from '../../texts/language.ts'
import { texts } from '../../texts/texts.ts'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { useListName, useListText } from './list-text.ts'

const useText = texts('party-list', {
  title: { zh: '{{list}}所列主体', en: '{{list}}: parties' },
  name: { zh: '名称', en: 'Name' },
  aliases: { zh: '别名', en: 'Aliases' },
  number: { zh: '编号', en: 'Number' },
  about: { zh: '项目或原因', en: 'Programme or reason' },
  back: { zh: '版本与差异', en: 'Versions and differences' },
  none: { zh: '名单中没有主体', en: 'The list names nobody' },
  noneHow: { zh: '更新一次名单后即可检索', en: 'Adopt a newer file of it, and its names can be searched' },
})

/** I2 · Whom a list names, found by any of their names. */
export function PartyList() {
  const { list } = useParams({ strict: false }) as { list: string }
  const t = useText()
  const word = useListText()
  const name = useListName()
  const { row: joined } = useFormats()
  const known = new Set(['person', 'entity', 'vessel', 'aircraft'])
  const language = useLanguage()
  return (
    <Page
      title={t('title', { list: name(list) })}
      filled
      about={
        <Link to={'/settings/lists/$list' as string} params={{ list } as never}>
          {t('back')}
        </Link>
      }
    >
      <List
        name="screening-party.list"
        label={t('title', { list: name(list) })}
        params={{ screeningList: list }}
        idOf={(row) => row.id}
        columns={[
          {
            key: 'name',
            title: t('name'),
            width: 'minmax(220px, 2fr)',
            sort: 'name',
            phone: 'title',
            cell: (row) => row.names[0],
          },
          {
            key: 'aliases',
            title: t('aliases'),
            width: 'minmax(200px, 3fr)',
            cell: (row) => {
              const names = joined(row.names.slice(1))
              return <span title={names}>{names}</span>
            },
          },
          {
            key: 'kind',
            title: word('kind'),
            width: '90px',
            phone: 'beside',
            cell: (row) => (row.kind && known.has(row.kind) ? word(row.kind as 'person') : (row.kind ?? '')),
          },
          {
            key: 'country',
            title: word('country'),
            width: '110px',
            cell: (row) => (row.country ? countryName(row.country, language) : ''),
          },
          {
            key: 'about',
            title: t('about'),
            width: 'minmax(140px, 2fr)',
            cell: (row) => {
              const why = [row.programme, row.reason].filter(Boolean).join(' · ')
              return <span title={why}>{why}</span>
            },
          },
          { key: 'number', title: t('number'), width: '130px', hidden: true, cell: (row) => row.id },
        ]}
        empty={<Empty title={t('none')}>{t('noneHow')}</Empty>}
      />
    </Page>
  )
}
