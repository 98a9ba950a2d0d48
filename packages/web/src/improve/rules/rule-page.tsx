import { CheckCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Select, Tag } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { Acknowledge } from './acknowledge.tsx'
import { RecordBreach } from './record-breach.tsx'
import './rules.css'

const useText = texts('rule-page', {
  title: { zh: '管理制度', en: 'Management rule' },
  version: { zh: '第 {{version}} 版', en: 'Version {{version}}' },
  newest: { zh: '现行', en: 'in force' },
  past: { zh: '历史版本', en: 'past version' },
  published: { zh: '{{by}} 发布于 {{day}}', en: 'Published by {{by}}, {{day}}' },
  next: { zh: '发布新版本', en: 'Publish a new version' },
  breach: { zh: '登记违规', en: 'Record a breach' },
  text: { zh: '正文', en: 'Text' },
  changes: { zh: '本版变更', en: 'What changed' },
  who: { zh: '签收情况', en: 'Who has acknowledged it' },
  lacking: { zh: '尚未签收', en: 'Not yet' },
  acknowledged: { zh: '已签收', en: 'Acknowledged' },
  all: { zh: '须签收的人均已签收', en: 'Everyone who must has' },
  nobody: { zh: '还没有人签收', en: 'Nobody has yet' },
  versions: { zh: '版本', en: 'Versions' },
  done: { zh: '您已签收此版本', en: 'You have acknowledged this version' },
  breaches: { zh: '此制度的违规与申诉', en: 'Breaches of this rule and appeals' },
})
type Rule = Answer<'management-rule.get'>

/** T1 · One rule: its text, the test, who has acknowledged it and who has not. */
export function RulePage() {
  const t = useText()
  const { rule = '' } = useParams({ strict: false })
  const { version } = useSearch({ strict: false }) as { version?: number }
  const found = useQuery(ask('management-rule.get', { rule }, version === undefined ? {} : { version }))
  return found.data ? (
    <Told rule={found.data} />
  ) : (
    <Page title={t('title')}>
      <Asked of={found} lines={10}>
        {() => null}
      </Asked>
    </Page>
  )
}

function Told({ rule }: { readonly rule: Rule }) {
  const t = useText()
  const formats = useFormats()
  const may = useMay()
  const navigate = useNavigate()
  const [recording, setRecording] = useState(false)
  const newest = Math.max(...rule.versions) === rule.version
  return (
    <Page
      title={rule.title}
      beside={
        <>
          <Tag>{t('version', { version: rule.version })}</Tag>
          <Tag color={newest ? 'success' : 'default'}>{t(newest ? 'newest' : 'past')}</Tag>
        </>
      }
      about={t('published', { by: rule.publishedBy, day: formats.day(rule.published) })}
      actions={
        <>
          {rule.versions.length > 1 ? (
            <Select
              aria-label={t('versions')}
              value={rule.version}
              options={rule.versions.toReversed().map((v) => ({ value: v, label: t('version', { version: v }) }))}
              onChange={(v) => void navigate({ to: '.', search: { version: v } as never })}
            />
          ) : null}
          {may('legal', 'quality', 'live-control') ? (
            <Button onClick={() => setRecording(true)}>{t('breach')}</Button>
          ) : null}
          {may('legal') ? (
            <Button onClick={() => void navigate({ to: '/rules/$rule/publish', params: { rule: rule.id } })}>
              {t('next')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="rule-columns">
        <div>
          <Section title={t('text')}>
            {rule.changes === null ? null : (
              <p className="rule-changes">
                <strong>{t('changes')}</strong> {rule.changes}
              </p>
            )}
            <p className="rule-text">{rule.text}</p>
          </Section>
          {newest && rule.mine.done ? (
            <p className="rule-done">
              <CheckCircleOutlined aria-hidden /> {t('done')}
            </p>
          ) : null}
          {newest && rule.mine.must && !rule.mine.done ? <Acknowledge key={rule.version} rule={rule} /> : null}
        </div>
        <div>
          <Who rule={rule} />
          <p>
            <Link to="/rules/breaches" search={{ rule: rule.id } as never}>
              {t('breaches')}
            </Link>
          </p>
        </div>
      </div>
      {recording ? <RecordBreach rule={rule.id} onClose={() => setRecording(false)} /> : null}
    </Page>
  )
}

function Who({ rule }: { readonly rule: Rule }) {
  const t = useText()
  const formats = useFormats()
  return (
    <Section title={t('who')}>
      <h3>{t('lacking')}</h3>
      {rule.lacking.length === 0 ? (
        <p className="quiet">{t('all')}</p>
      ) : (
        <p>
          {rule.lacking.map((name) => (
            <Tag key={name} color="warning">
              {name}
            </Tag>
          ))}
        </p>
      )}
      <h3 style={{ marginTop: 14 }}>{t('acknowledged')}</h3>
      {rule.acknowledged.length === 0 ? (
        <p className="quiet">{t('nobody')}</p>
      ) : (
        <ul className="rule-people">
          {rule.acknowledged.map(({ name, at }) => (
            <li key={name}>
              <span>{name}</span>
              <span className="quiet">{formats.moment(at)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
