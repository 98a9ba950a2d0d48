import { DownloadOutlined, FilePdfOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { useLanguage } from '../../texts/language.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { ClauseRow } from './clause-row.tsx'
import { useClosing } from './use-closing.tsx'
import { useVerdictText, VERDICTS, VerdictMark } from './verdict-mark.tsx'
import './conformity.css'

const useText = texts('conformity-page', {
  title: { zh: '符合性', en: 'Conformity' },
  about: {
    zh: '对照《跨境直播选品规范》逐条自评：以日志中的事件为据，不以勾选为据',
    en: 'Clause by clause against the standard, from what the log holds and not from ticks',
  },
  whole: { zh: '整个组织', en: 'The whole organisation' },
  of: { zh: '评估范围', en: 'Of' },
  pdf: { zh: '下载报告', en: 'Download the report' },
  csv: { zh: '表格', en: 'Table' },
  unfilled: {
    zh: '{{streams}} 还没有排品，其产品与供应商的发现暂不计入。',
    en: 'No lineup yet: {{streams}}. Findings on their products and suppliers do not count yet.',
  },
  at: { zh: '评估于 {{at}}', en: 'Assessed {{at}}' },
  general: { zh: '总则', en: 'General rules' },
  plan: { zh: '第一阶段 · 制定选品方案', en: 'Stage 1 · Plan' },
  select: { zh: '第二阶段 · 实施选品方案', en: 'Stage 2 · Select' },
  supervise: { zh: '第三阶段 · 监督方案实施', en: 'Stage 3 · Supervise' },
  improve: { zh: '第四阶段 · 跟踪与改进', en: 'Stage 4 · Improve' },
  problem: { zh: '标准要解决的问题', en: 'Problems it is to solve' },
  itself: { zh: '标准自身的实施', en: 'The standard itself' },
})
const STAGES = ['general', 'plan', 'select', 'supervise', 'improve', 'problem', 'itself'] as const

/** M1 · The standard's table of contents: what each clause asks, what shows it, what stands against it, the verdict. */
export function ConformityPage() {
  const t = useText()
  const formats = useFormats()
  const language = useLanguage()
  const navigate = useNavigate()
  const { project } = useParams({ strict: false })
  const closing = useClosing(project)
  const projects = useQuery(ask('project.list', {}, { limit: 200 })).data?.rows ?? []
  const conformity = useQuery(ask('conformity.get', {}, project === undefined ? {} : { project }))
  const file = (ending: string) =>
    `/api/v1/conformity.${ending}?${new URLSearchParams({ language, ...(project ? { project } : {}) })}`
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <Select
            aria-label={t('of')}
            value={project ?? ''}
            style={{ minWidth: 200 }}
            options={[
              { value: '', label: t('whole') },
              ...projects.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(to) =>
              void navigate({ to: to === '' ? '/conformity' : `/projects/${encodeURIComponent(to)}/conformity` })
            }
          />
          <Button href={file('csv')} icon={<DownloadOutlined />}>
            {t('csv')}
          </Button>
          <Button type={closing?.button ? 'default' : 'primary'} href={file('pdf')} icon={<FilePdfOutlined />}>
            {t('pdf')}
          </Button>
          {closing?.button}
        </>
      }
      stops={closing?.stops}
    >
      <Asked of={conformity} lines={12}>
        {(told) => (
          <>
            <Totals told={told} />
            <p className="quiet">
              {t('at', { at: formats.moment(told.at) })}
              {told.projects.some((p) => p.counted === 0)
                ? ` · ${t('unfilled', { streams: formats.list(told.projects.filter((p) => p.counted === 0).map((p) => p.name)) })}`
                : null}
            </p>
            {STAGES.map((stage) => {
              const clauses = told.clauses.filter((c) => c.stage === stage)
              return clauses.length === 0 ? null : (
                <Section key={stage} title={t(stage)}>
                  <ul className="conformity-clauses">
                    {clauses.map((clause) => (
                      <ClauseRow key={clause.clause} clause={clause} project={project} streams={told.projects} />
                    ))}
                  </ul>
                </Section>
              )
            })}
          </>
        )}
      </Asked>
    </Page>
  )
}

function Totals({ told }: { readonly told: Answer<'conformity.get'> }) {
  const v = useVerdictText()
  return (
    <dl className="conformity-totals">
      {VERDICTS.map((verdict) => (
        <div key={verdict}>
          <dt>
            <VerdictMark verdict={verdict} />
          </dt>
          <dd title={v(verdict)}>{told.clauses.filter((c) => c.verdict === verdict).length}</dd>
        </div>
      ))}
    </dl>
  )
}
