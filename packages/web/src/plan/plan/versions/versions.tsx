import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { ask } from '../../../client/ask.ts'
import type { Answer } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { Asked } from '../../../ui/page/asked.tsx'
import { Empty } from '../../../ui/page/empty.tsx'
import { Page, Section } from '../../../ui/page/page.tsx'
import { Difference } from './difference.tsx'
import './versions.css'

const useText = texts('plan-versions', {
  title: { zh: '方案版本', en: 'Versions of the plan' },
  about: {
    zh: '每次记录都在日志中，任意两次可以并排对比',
    en: 'Every recording is in the log; any two can be laid side by side',
  },
  from: { zh: '对比', en: 'Compare' },
  to: { zh: '与', en: 'with' },
  difference: { zh: '两次记录之间', en: 'Between the two' },
  history: { zh: '历次记录', en: 'Recordings' },
  version: { zh: '第 {{version}} 版', en: 'version {{version}}' },
  oneHow: {
    zh: '修订方案后，可在此逐项对照改了什么、重开了哪些关口',
    en: 'Once the plan is revised, what changed and which gates it re-opens stand side by side here',
  },
  one: { zh: '方案只有一次记录，尚无可对比', en: 'There is one recording: nothing to compare yet' },
  reopens: { zh: '重开：{{gates}}', en: 're-opened: {{gates}}' },
  'project.create': { zh: '编制', en: 'written' },
  'project.revise': { zh: '修订', en: 'revised' },
  'project.approve': { zh: '批准', en: 'approved' },
  'project.add-channel': { zh: '登记途径', en: 'channel recorded' },
  'project.confirm-duty': { zh: '确认义务', en: 'duty confirmed' },
  'project.ask-waiver': { zh: '申请豁免', en: 'waiver asked for' },
  'project.grant-waiver': { zh: '批准豁免', en: 'waiver granted' },
  'project.hold': { zh: '冻结产品', en: 'product held' },
  'project.lift-hold': { zh: '解除冻结', en: 'hold lifted' },
  'project.write-script': { zh: '写话术', en: 'script written' },
  other: { zh: '记录', en: 'recorded' },
})

type Recording = Answer<'project.versions'>['rows'][number]
const NAMED = [
  'project.create',
  'project.revise',
  'project.approve',
  'project.add-channel',
  'project.confirm-duty',
  'project.ask-waiver',
  'project.grant-waiver',
  'project.hold',
  'project.lift-hold',
  'project.write-script',
] as const

/** P5 · The versions of the plan, two of them side by side: what differs, who, when, why, which gates it re-opens. */
export function Versions() {
  const t = useText()
  const { term } = useWords()
  const { moment, list } = useFormats()
  const navigate = useNavigate()
  const { project = '' } = useParams({ strict: false })
  const search = useSearch({ strict: false }) as { from?: number; to?: number }
  const versions = useQuery(ask('project.versions', { project }, { limit: 200 }))
  const done = (r: Recording) => t(NAMED.find((name) => name === r.command) ?? 'other')
  const label = (r: Recording) =>
    [r.version ? t('version', { version: r.version.version }) : '', moment(r.at), r.by, done(r)]
      .filter(Boolean)
      .join(' · ')
  const choose = (to: { from?: number; to?: number }) =>
    void navigate({ to: '.', replace: true, search: ((before: object) => ({ ...before, ...to })) as never })
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked of={versions}>
        {({ rows }) => {
          const to = search.to ?? rows[0]?.id
          const from = search.from ?? rows.find((r) => r.id < (to ?? 0) && isVersion(r))?.id ?? rows.at(-1)?.id
          const options = rows.map((r) => ({ value: r.id, label: label(r) }))
          return (
            <div className="versions-columns">
              {rows.length < 2 || from === undefined || to === undefined || from === to ? (
                <Empty title={t('one')}>{t('oneHow')}</Empty>
              ) : (
                <Section title={t('difference')}>
                  <div className="versions-choose">
                    <span>{t('from')}</span>
                    <Select
                      value={from}
                      options={options}
                      onChange={(id) => choose({ from: id })}
                      aria-label={t('from')}
                    />
                    <span>{t('to')}</span>
                    <Select value={to} options={options} onChange={(id) => choose({ to: id })} aria-label={t('to')} />
                  </div>
                  <Difference project={project} from={from} to={to} />
                </Section>
              )}
              <Section title={t('history')}>
                <ol className="versions-list">
                  {rows.map((r) => (
                    <li key={r.id}>
                      <p>
                        <strong>{done(r)}</strong>
                        {r.version ? <span> · {t('version', { version: r.version.version })}</span> : null}
                      </p>
                      <p className="quiet">
                        {r.by} · {moment(r.at)}
                        {r.reopens.length > 0 ? ` · ${t('reopens', { gates: list(r.reopens.map(term)) })}` : ''}
                      </p>
                      {isVersion(r) && r.version && r.version.changes.length > 0 ? (
                        <p>{r.version.changes.join(' · ')}</p>
                      ) : null}
                    </li>
                  ))}
                </ol>
              </Section>
            </div>
          )
        }}
      </Asked>
    </Page>
  )
}

const isVersion = (r: Recording) => r.command === 'project.create' || r.command === 'project.revise'
