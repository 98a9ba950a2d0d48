import { DownloadOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { texts } from '../../../texts/texts.ts'

const useText = texts('lineup-papers', {
  papers: { zh: '流程单与话术卡', en: 'Papers' },
  run: { zh: '流程单', en: 'Run of show' },
  csv: { zh: '流程单 CSV', en: 'Run of show as CSV' },
  cards: { zh: '话术卡', en: 'Script cards' },
})

/** What host and crew take along: the run of show and the script cards. */
export function PapersMenu({ project }: { readonly project: string }) {
  const t = useText()
  const navigate = useNavigate()
  const to = (page: 'run-of-show' | 'script-cards') =>
    void navigate({ to: `/projects/$project/lineup/${page}` as never, params: { project } as never })
  const csv = `/api/v1/projects/${encodeURIComponent(project)}/lineup/run-of-show.csv`
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{
        items: [
          { key: 'run', label: t('run'), onClick: () => to('run-of-show') },
          { key: 'cards', label: t('cards'), onClick: () => to('script-cards') },
          { key: 'csv', label: <a href={csv}>{t('csv')}</a> },
        ],
      }}
    >
      <Button icon={<DownloadOutlined />}>{t('papers')}</Button>
    </Dropdown>
  )
}
