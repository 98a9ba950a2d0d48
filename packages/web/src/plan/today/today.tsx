import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../../client/ask.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { Alerts } from './alerts.tsx'
import { Awaiting } from './awaiting.tsx'
import { FirstSteps } from './first-steps/first-steps.tsx'
import { NextWork } from './next-work.tsx'
import { ProjectCards } from './project-cards.tsx'
import { Streams } from './streams.tsx'
import './today.css'
import { WorkByRole } from './work-by-role.tsx'

const useText = texts('today', {
  title: { zh: '今日', en: 'Today' },
  create: { zh: '新建项目', en: 'New project' },
  work: { zh: '我的待办', en: 'My work' },
  next: { zh: '接下来要处理的', en: 'Next to do' },
  awaiting: { zh: '等待我批准', en: 'Waiting for my approval' },
  streams: { zh: '近期直播', en: 'Next streams' },
  alerts: { zh: '风险预警', en: 'Alerts' },
  projects: { zh: '进行中的项目', en: 'Projects under way' },
})

/** F1 · The home of a member: what they owe by role and day, what waits for their yes, streams, alerts, projects. */
export function Today() {
  const t = useText()
  const formats = useFormats()
  const may = useMay()
  const navigate = useNavigate()
  const me = useMe().data
  const today = useQuery({ ...ask('today', {}), enabled: me?.supplier === null })
  // a supplier's account has a home of its own
  if (me?.supplier) return <Navigate to={'/portal' as string} replace />
  return (
    <Page
      title={t('title')}
      beside={today.data ? <span className="quiet">{formats.day(today.data.day)}</span> : null}
      actions={
        may('selection') ? (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => void navigate({ to: '/projects/new' as string })}
          >
            {t('create')}
          </Button>
        ) : null
      }
    >
      <Asked of={today} lines={10}>
        {(of) => (
          <div className="today">
            <div className="today-main">
              <FirstSteps />
              <Section title={t('next')}>
                <NextWork of={of} />
              </Section>
              <Section title={t('projects')} id="projects" beside={<AllProjects closed={of.closed} />}>
                <ProjectCards of={of} />
              </Section>
            </div>
            <div className="today-side">
              {of.awaiting.length > 0 ? (
                <Section title={t('awaiting')} id="awaiting">
                  <Awaiting of={of.awaiting} />
                </Section>
              ) : null}
              <Section title={t('work')}>
                <WorkByRole of={of} />
              </Section>
              <Section title={t('streams')}>
                <Streams of={of} />
              </Section>
              <Section title={t('alerts')}>
                <Alerts of={of.alerts} />
              </Section>
            </div>
          </div>
        )}
      </Asked>
    </Page>
  )
}

const useAllText = texts('today-all', {
  all: { zh: '全部项目', en: 'All projects' },
  closed: {
    zh: '全部项目（已关闭 {{count}} 个）',
    en: { one: 'All projects ({{count}} closed)', other: 'All projects ({{count}} closed)' },
  },
})

function AllProjects({ closed }: { readonly closed: number }) {
  const t = useAllText()
  return <Link to="/projects">{closed > 0 ? t('closed', { count: closed }) : t('all')}</Link>
}
