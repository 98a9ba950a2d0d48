import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import type { Row } from '../../client/operations.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'

const useText = texts('suggestion-dialog', {
  why: { zh: '理由', en: 'Why' },
  indicator: { zh: '指标', en: 'Indicator' },
  before: { zh: '之前', en: 'Before' },
  after: { zh: '之后', en: 'After' },
  change: { zh: '变化', en: 'Change' },
  points: {
    zh: '{{change}} 个百分点（95% 区间 {{low}} 至 {{high}}）',
    en: '{{change}} points (95 % interval {{low}} to {{high}})',
  },
  better: { zh: '改善', en: 'better' },
  worse: { zh: '变差', en: 'worse' },
  'not-clear': { zh: '尚不能判断', en: 'not clear yet' },
  decision: { zh: '{{by}} 的决定', en: 'Decision by {{by}}' },
  accept: { zh: '采纳', en: 'Accept' },
  reject: { zh: '不采纳', en: 'Reject' },
  reason: { zh: '决定理由', en: 'Reason' },
  owner: { zh: '负责人', en: 'Who carries it out' },
  due: { zh: '完成日', en: 'By' },
  other: { zh: '由提出人以外的选品或质量人员决定', en: 'Selection or quality decides, other than who made it' },
  measure: { zh: '衡量效果', en: 'Measure the effect' },
  stream: { zh: '之后的一场', en: 'A later stream' },
  needed: { zh: '请填写', en: 'Please fill this in' },
})
type Props = { readonly of: Row<'suggestion.list'>; readonly onClose: () => void }

/** T3 · One suggestion: decided by another person, then measured on a later stream. */
export function SuggestionDialog({ of, onClose }: Props) {
  const t = useText()
  const { indicator } = useWords()
  const formats = useFormats()
  const me = useMe().data
  const may = useMay()
  const { record } = of
  const share = ({ events, trials }: { events: number; trials: number }) =>
    `${formats.number(events)} / ${formats.number(trials)}${trials > 0 ? ` = ${formats.percent(events / trials)}` : ''}`
  const points = (n: number) => `${n > 0 ? '+' : ''}${formats.number(Math.round(n * 1000) / 10)}`
  const effect = record.effect as
    | {
        verdict: 'better' | 'worse' | 'not-clear'
        change: number | null
        low: number
        high: number
        after: { events: number; trials: number }
      }
    | undefined
  const decides = of.state === 'made' && record.by !== me?.name && may('selection', 'quality')
  const measures =
    ['accepted', 'effective', 'not-effective'].includes(of.state) && may('selection', 'quality', 'service')
  return (
    <Modal open title={record.what} footer={null} onCancel={onClose}>
      <div className="suggestion">
        <p>
          <strong>{t('why')}</strong> {record.why}
        </p>
        <dl className="suggestion-figures">
          <dt>{t('indicator')}</dt>
          <dd>{indicator(record.indicator)}</dd>
          <dt>{t('before')}</dt>
          <dd>{share(record.before)}</dd>
          {effect ? (
            <>
              <dt>{t('after')}</dt>
              <dd>{share(effect.after)}</dd>
              <dt>{t('change')}</dt>
              <dd className={`results-${effect.verdict}`}>
                {t(effect.verdict)}
                {effect.change === null ? null : (
                  <span className="quiet">
                    {' '}
                    {t('points', { change: points(effect.change), low: points(effect.low), high: points(effect.high) })}
                  </span>
                )}
              </dd>
            </>
          ) : null}
        </dl>
        {record.decision ? (
          <p>
            <strong>{t('decision', { by: record.decision.by })}</strong> {record.decision.reason}
          </p>
        ) : null}
        {decides ? <Decide of={of} onClose={onClose} /> : null}
        {of.state === 'made' && !decides ? <p className="quiet">{t('other')}</p> : null}
        {measures ? <Measure of={of} onClose={onClose} /> : null}
      </div>
    </Modal>
  )
}

function Decide({ of, onClose }: Props) {
  const t = useText()
  const [form] = Form.useForm<{ reason: string; owner?: string; due?: string }>()
  const people = useQuery(ask('member.list', {})).data?.rows ?? []
  const { run, running } = useCommand('suggestion.decide', { onDone: onClose })
  const decide = (decision: 'accepted' | 'rejected') =>
    void form.validateFields().then(({ reason, owner, due }) =>
      run({
        params: { suggestion: of.id },
        input: { decision, reason, ...(owner ? { owner } : {}), ...(due ? { due } : {}) },
        version: of.version,
      }),
    )
  return (
    <Form form={form} layout="vertical">
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 2, message: t('needed') }]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="owner" label={t('owner')}>
        <Select allowClear options={people.map(({ name }) => ({ value: name, label: name }))} />
      </Form.Item>
      <Form.Item name="due" label={t('due')}>
        <Input type="date" />
      </Form.Item>
      <div className="suggestion-buttons">
        <Button loading={running} onClick={() => decide('rejected')}>
          {t('reject')}
        </Button>
        <Button type="primary" loading={running} onClick={() => decide('accepted')}>
          {t('accept')}
        </Button>
      </div>
    </Form>
  )
}

function Measure({ of, onClose }: Props) {
  const t = useText()
  const [form] = Form.useForm<{ project: string }>()
  const projects = useQuery(ask('project.list', {}, { limit: 200 })).data?.rows ?? []
  const { run, running } = useCommand('suggestion.follow-up', { onDone: onClose })
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={({ project }) => void run({ params: { suggestion: of.id }, input: { project }, version: of.version })}
    >
      <Form.Item name="project" label={t('stream')} rules={[{ required: true, message: t('needed') }]}>
        <Select
          options={projects.filter(({ id }) => id !== of.project).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <div className="suggestion-buttons">
        <Button type="primary" htmlType="submit" loading={running}>
          {t('measure')}
        </Button>
      </div>
    </Form>
  )
}
