import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { List } from '../../ui/list/list.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'

const useText = texts('project-list', {
  title: { zh: '选品项目', en: 'Projects' },
  name: { zh: '项目', en: 'Project' },
  day: { zh: '直播日', en: 'Stream day' },
  markets: { zh: '目标市场', en: 'Markets' },
  products: { zh: '候选产品', en: 'Candidates' },
  plan: { zh: '方案', en: 'Plan' },
  empty: { zh: '还没有选品项目', en: 'No projects yet' },
})

/** P1 · The projects of the organisation, the next stream first. */
export function ProjectList() {
  const t = useText()
  const formats = useFormats()
  const { market } = useWords()
  return (
    <Page title={t('title')} filled>
      <List
        name="project.list"
        label={t('title')}
        params={{}}
        idOf={(row) => row.id}
        open={(row) => ({ to: '/projects/$project', params: { project: row.id } })}
        columns={[
          {
            key: 'name',
            title: t('name'),
            width: 'minmax(220px, 3fr)',
            sort: 'name',
            phone: 'title',
            cell: (row) => row.name,
          },
          {
            key: 'plan',
            title: t('plan'),
            width: '110px',
            phone: 'beside',
            cell: (row) => <GateMark state={row.state} />,
          },
          { key: 'day', title: t('day'), width: '140px', sort: 'day', cell: (row) => formats.day(row.day) },
          {
            key: 'markets',
            title: t('markets'),
            width: 'minmax(140px, 2fr)',
            cell: (row) => formats.list(row.markets.map(market)),
          },
          {
            key: 'products',
            title: t('products'),
            width: '110px',
            align: 'end',
            cell: (row) => formats.number(row.products),
          },
        ]}
        empty={<Empty title={t('empty')} />}
      />
    </Page>
  )
}
