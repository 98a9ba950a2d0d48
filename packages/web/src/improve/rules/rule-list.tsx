import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Progress, Tag } from 'antd'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import './rules.css'

const useText = texts('rule-list', {
  title: { zh: '平台管理制度', en: 'Management rules' },
  about: {
    zh: '有版本、发布给指定的人、读后签收并答对小测；违反可申诉',
    en: 'Versioned, published to named people, acknowledged with a short test; a breach can be appealed',
  },
  publish: { zh: '发布制度', en: 'Publish a rule' },
  stops: { zh: '由法务发布', en: 'Legal publishes rules' },
  mine: { zh: '请您签收', en: 'To be acknowledged by you' },
  all: { zh: '全部制度', en: 'All rules' },
  version: { zh: '第 {{version}} 版', en: 'Version {{version}}' },
  published: { zh: '{{by}} 发布于 {{day}}', en: 'Published by {{by}}, {{day}}' },
  read: { zh: '阅读并签收', en: 'Read and acknowledge' },
  signed: { zh: '已签收 {{done}} / {{all}}', en: '{{done}} of {{all}} acknowledged' },
  done: { zh: '已签收', en: 'acknowledged' },
  empty: { zh: '还没有发布管理制度', en: 'No rules are published yet' },
  why: {
    zh: '发布主播行为、样品保管、退换货处理等制度，并指明须签收的人；结项关会检查是否全部签收。',
    en: 'Publish rules on hosts, samples, returns … and who must acknowledge them; the closure gate asks for all of them.',
  },
})
type Rule = Answer<'management-rule.list'>['rows'][number]

/** T1 · The rules of the organisation: first those one has still to acknowledge oneself. */
export function RuleList() {
  const t = useText()
  const may = useMay()('legal')
  const me = useMe().data
  const navigate = useNavigate()
  const rules = useQuery(ask('management-rule.list', {}))
  const publish = () => void navigate({ to: '/rules/new' })
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} disabled={!may} onClick={publish}>
          {t('publish')}
        </Button>
      }
      stops={may ? undefined : t('stops')}
    >
      <Asked of={rules} lines={6}>
        {({ rows }) => {
          const mine = rows.filter((r) => me && r.lacking.includes(me.name))
          return rows.length === 0 ? (
            <Empty title={t('empty')}>
              <p>{t('why')}</p>
              {may ? <Button onClick={publish}>{t('publish')}</Button> : null}
            </Empty>
          ) : (
            <>
              {mine.length > 0 ? (
                <Section title={t('mine')}>
                  <Rules rows={mine} toRead />
                </Section>
              ) : null}
              <Section title={t('all')}>
                <Rules rows={rows} />
              </Section>
            </>
          )
        }}
      </Asked>
    </Page>
  )
}

function Rules({ rows, toRead = false }: { readonly rows: readonly Rule[]; readonly toRead?: boolean }) {
  const t = useText()
  const formats = useFormats()
  const me = useMe().data
  const navigate = useNavigate()
  return (
    <ul className="rules">
      {rows.map((rule) => {
        const done = rule.must.length - rule.lacking.length
        return (
          <li key={rule.id} className="rules-row">
            <div>
              <Link to="/rules/$rule" params={{ rule: rule.id }} className="rules-title">
                {rule.title}
              </Link>{' '}
              <Tag>{t('version', { version: rule.version })}</Tag>
              {me && rule.must.includes(me.name) && !rule.lacking.includes(me.name) ? (
                <Tag color="success">{t('done')}</Tag>
              ) : null}
              <p className="quiet">{t('published', { by: rule.publishedBy, day: formats.day(rule.published) })}</p>
            </div>
            {toRead ? (
              <Button
                type="primary"
                ghost
                className="rules-button"
                onClick={() => void navigate({ to: '/rules/$rule', params: { rule: rule.id } })}
              >
                {t('read')}
              </Button>
            ) : (
              <div className="rules-signed">
                <span className="quiet">{t('signed', { done, all: rule.must.length })}</span>
                <Progress
                  percent={rule.must.length === 0 ? 100 : Math.round((done / rule.must.length) * 100)}
                  showInfo={false}
                  size="small"
                  aria-label={t('signed', { done, all: rule.must.length })}
                />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
