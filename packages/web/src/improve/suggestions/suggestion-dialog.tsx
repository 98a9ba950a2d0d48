import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { ask } from '../../client/ask.ts'
import type { Row } from '../../client/operations.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { CommandForm, filled } from '../../ui/command/command-form.tsx'
import { DayField } from '../../ui/command/fields.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'

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
  const told = (
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
      {of.state === 'made' && !decides ? <p className="quiet">{t('other')}</p> : null}
    </div>
  )
  if (decides) return <Decide of={of} onClose={onClose} told={told} />
  if (measures) return <Measure of={of} onClose={onClose} told={told} />
  return (
    <Dialog title={record.what} onClose={onClose}>
      {told}
    </Dialog>
  )
}

type Told = Props & { readonly told: ReactNode }
type Decision = { reason: string; owner?: string; due?: string }

function Decide({ of, onClose, told }: Told) {
  const t = useText()
  const people = useQuery(ask('member.list', {})).data?.rows ?? []
  const decided = (decision: 'accepted' | 'rejected') => (values: Decision) => ({ decision, ...filled(values) })
  return (
    <CommandForm<'suggestion.decide', Decision>
      name="suggestion.decide"
      title={of.record.what}
      params={{ suggestion: of.id }}
      version={of.version}
      ok={t('accept')}
      inputOf={decided('accepted')}
      others={[{ ok: t('reject'), inputOf: decided('rejected') }]}
      onClose={onClose}
    >
      {told}
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 2, message: t('needed') }]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="owner" label={t('owner')}>
        <Select allowClear options={people.map(({ name }) => ({ value: name, label: name }))} />
      </Form.Item>
      <DayField name="due" label={t('due')} />
    </CommandForm>
  )
}

function Measure({ of, onClose, told }: Told) {
  const t = useText()
  const projects = useQuery(ask('project.list', {}, { limit: 200 })).data?.rows ?? []
  return (
    <CommandForm
      name="suggestion.follow-up"
      title={of.record.what}
      params={{ suggestion: of.id }}
      version={of.version}
      ok={t('measure')}
      onClose={onClose}
    >
      {told}
      <Form.Item name="project" label={t('stream')} rules={[{ required: true, message: t('needed') }]}>
        <Select
          options={projects.filter(({ id }) => id !== of.project).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </CommandForm>
  )
}
