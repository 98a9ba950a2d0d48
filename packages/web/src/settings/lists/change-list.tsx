import { Link, useParams } from '@tanstack/react-router'
import { texts } from '../../texts/texts.ts'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { useListName, useListText, WHATS } from './list-text.ts'
import { PartyDifference } from './party-difference.tsx'
import './lists.css'

const useText = texts('list-changes', {
  title: { zh: '{{list}}第 {{n}} 版的差异', en: '{{list}}, version {{n}}: what differs' },
  what: { zh: '差异', en: 'Difference' },
  name: { zh: '主体', en: 'Party' },
  content: { zh: '内容', en: 'What' },
  back: { zh: '版本与差异', en: 'Versions and differences' },
  none: { zh: '这一版没有差异', en: 'This version changes nothing' },
})

/** I2 · What one version of a list added, changed and removed. */
export function ChangeList() {
  const { list, version } = useParams({ strict: false }) as { list: string; version: string }
  const t = useText()
  const word = useListText()
  const title = t('title', { list: useListName()(list), n: version })
  return (
    <Page
      title={title}
      filled
      about={
        <Link to={'/settings/lists/$list' as string} params={{ list } as never}>
          {t('back')}
        </Link>
      }
    >
      <List
        name="screening-change.list"
        label={title}
        params={{ screeningList: list, version: Number(version) }}
        idOf={(row) => row.party}
        filters={[{ key: 'what', title: t('what'), options: WHATS.map((value) => ({ value, label: word(value) })) }]}
        columns={[
          {
            key: 'what',
            title: t('what'),
            width: '90px',
            phone: 'beside',
            cell: (row) => <span className={`list-what list-${row.what}`}>{word(row.what)}</span>,
          },
          {
            key: 'name',
            title: t('name'),
            width: 'minmax(200px, 2fr)',
            sort: 'name',
            phone: 'title',
            cell: (row) => (row.after ?? row.before)?.names[0],
          },
          {
            key: 'content',
            title: t('content'),
            width: 'minmax(240px, 4fr)',
            cell: (row) => <PartyDifference of={row} />,
          },
        ]}
        empty={<Empty title={t('none')} />}
      />
    </Page>
  )
}
