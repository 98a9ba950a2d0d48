import { ROLES } from '@haixuan/domain/gate/words'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { ask } from '../../../client/ask.ts'
import type { ProblemBody } from '../../../client/problem.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { classes, markets, useWords } from '../../../texts/words.ts'
import { DayField } from '../../../ui/command/fields.tsx'
import { KeptForm } from '../../../ui/command/kept-form.tsx'
import { TimeInput } from '../../../ui/day/time-input.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { useStreamText } from '../stream-facts.tsx'
import './plan-form.css'
import type { PlanFields } from './plan-fields.ts'

const useText = texts('plan-form', {
  clock: { zh: '请填写时刻，如 20:00', en: 'Give a time, such as 20:00' },
  code: { zh: '请填写三个字母的币种代码，如 SGD', en: 'Give the three letters of a currency, such as SGD' },
  amount: { zh: '请填写数字，如 18000', en: 'Give a number, such as 18000' },
  stream: { zh: 'P1 · 直播', en: 'P1 · The stream' },
  aims: { zh: 'P1 · 受众与目标', en: 'P1 · Audience and goals' },
  goods: { zh: 'P1 · 选什么', en: 'P1 · What is chosen' },
  minutesHow: { zh: '流程单与排品的时刻由此算出', en: 'Times of the lineup and the run of show follow from it' },
  mix: { zh: 'I5 · 产品作用构成（占坑位的百分比）', en: 'I5 · Mix of roles (percent of slots)' },
  suppliers: { zh: 'P3 · 资质加严', en: 'P3 · Tighter qualification' },
  suppliersAbout: {
    zh: '标准资质矩阵一律适用，方案只能加严',
    en: 'The matrix of the standard applies; a plan can only tighten it',
  },
  contract: { zh: 'P4 · 另要求的合同条款', en: 'P4 · Further contract clauses' },
  why: { zh: '改了什么、为什么（一行一条）', en: 'What changed and why (one a line)' },
  hostName: { zh: '主播姓名', en: 'Host' },
  hostBorn: { zh: '主播出生日期', en: 'Born' },
  hostVerified: { zh: '主播身份已核验', en: 'The identity of the host is verified' },
  orders: { zh: '订单', en: 'Orders' },
  followers: { zh: '新增关注', en: 'New followers' },
  min: { zh: '至少', en: 'at least' },
  max: { zh: '至多', en: 'at most' },
  minScore: { zh: '考察最低得分（%）', en: 'Least inspection score (%)' },
  screeningDays: {
    zh: '名单筛查有效天数（至多 {{count}}）',
    en: { one: 'Screening days (at most {{count}})', other: 'Screening days (at most {{count}})' },
  },
  reviewDays: {
    zh: '资格复审天数（至多 {{count}}）',
    en: { one: 'Decision days (at most {{count}})', other: 'Decision days (at most {{count}})' },
  },
  shouldIsMust: { zh: '矩阵中宜备的一律必备', en: 'What the matrix asks if possible becomes a must' },
  required: { zh: '请填写', en: 'Please fill this in' },
  kept: { zh: '草稿自动保存在此浏览器', en: 'Drafts are kept in this browser' },
})

type Props = {
  /** the project whose plan is written, or `new` */
  readonly of: string
  /** of the plan that is revised */
  readonly version?: number | undefined
  readonly initial: Partial<PlanFields>
  readonly submit: string
  readonly running: boolean
  readonly problem?: ProblemBody | undefined
  /** beside the primary action: what stops it, or what follows */
  readonly beside?: ReactNode
  /** true when a reason for the change is asked for */
  readonly reasoned?: boolean
  readonly onSend: (fields: PlanFields, seen: number | undefined) => Promise<boolean>
}

const ZONES = Intl.supportedValuesOf('timeZone')
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

/** P1–P4 · The form of a plan; what is written is kept as a draft until it is sent. */
export function PlanForm({ of, version, initial, submit, running, problem, beside, reasoned = false, onSend }: Props) {
  const t = useText()
  const s = useStreamText()
  const say = useSay()
  const { zone } = useFormats()
  const now = new Date().toISOString()
  const { market, className, term } = useWords()
  const [form] = Form.useForm<PlanFields>()
  const known = useQuery(ask('standard.markets', {}))
  const library = useQuery(ask('standard.contract-clauses', {}))
  const matrix = useQuery(ask('standard.qualification', {}))
  const required = [{ required: true, message: t('required') }]
  const classOptions = useMemo(
    () => Object.keys(classes).map((value) => ({ value, label: className(value) })),
    [className],
  )
  const search = { showSearch: { optionFilterProp: 'label' } } as const
  /** the first market chosen says the zone and the currency, unless a person has */
  const onMarkets = (chosen: readonly string[]) => {
    const first = known.data?.rows.find((m) => m.id === chosen[0])
    if (!first) return
    if (!form.getFieldValue('time-zone')) form.setFieldValue('time-zone', first['time-zone'])
    if (!form.getFieldValue('currency')) form.setFieldValue('currency', first.currency)
  }
  return (
    <KeptForm
      form={form}
      className="plan-form"
      draft={`plan ${of}`}
      version={version}
      initial={initial}
      marks="needed"
      problem={problem}
      onSend={onSend}
      foot={
        <div className="plan-form-foot">
          <span className="quiet">{beside ?? t('kept')}</span>
          {/* not the form's submit: Enter in one of many fields would send a plan that is half written */}
          <Button type="primary" loading={running} onClick={() => form.submit()}>
            {submit}
          </Button>
        </div>
      }
    >
      <Section title={t('stream')}>
        <div className="plan-form-grid">
          <Form.Item name="theme" label={s('theme')} rules={required} className="plan-form-wide">
            <Input />
          </Form.Item>
          <Form.Item name="name" label={s('name')}>
            <Input />
          </Form.Item>
          <Form.Item name="markets" label={s('markets')} rules={required}>
            <Select
              mode="multiple"
              {...search}
              onChange={onMarkets}
              options={Object.keys(markets).map((value) => ({ value, label: market(value) }))}
            />
          </Form.Item>
          <DayField name="date" label={s('date')} needed />
          <Form.Item name="time" label={s('time')} rules={[{ pattern: CLOCK, message: t('clock') }]}>
            <TimeInput />
          </Form.Item>
          <Form.Item name="time-zone" label={s('time-zone')}>
            <Select
              {...search}
              allowClear
              options={ZONES.map((value) => ({ value, label: `${zone(now, value)} · ${value}` }))}
            />
          </Form.Item>
          <Form.Item name="language" label={s('language')} rules={required}>
            <Select
              options={[
                { value: 'zh', label: s('zh') },
                { value: 'en', label: s('en') },
              ]}
            />
          </Form.Item>
          <Form.Item name="platform" label={s('platform')}>
            <Input />
          </Form.Item>
          <Form.Item name="channel" label={s('channel')}>
            <Input />
          </Form.Item>
          <Form.Item name="hostName" label={t('hostName')}>
            <Input />
          </Form.Item>
          <DayField name="hostBorn" label={t('hostBorn')} />
          <Form.Item name="hostVerified" valuePropName="checked" className="plan-form-wide">
            <Checkbox>{t('hostVerified')}</Checkbox>
          </Form.Item>
        </div>
      </Section>
      <Section title={t('aims')}>
        <div className="plan-form-grid">
          <Form.Item name="audience" label={s('audience')} className="plan-form-wide">
            <Input />
          </Form.Item>
          <Form.Item
            name="currency"
            label={s('currency')}
            normalize={(value: string) => value.toUpperCase()}
            rules={[{ pattern: /^[A-Z]{3}$/, message: t('code') }]}
          >
            <Input maxLength={3} />
          </Form.Item>
          <Form.Item name="budget" label={s('budget')} rules={[{ pattern: /^\d+(\.\d+)?$/, message: t('amount') }]}>
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="gmv" label={s('gmv')} rules={[{ pattern: /^\d+(\.\d+)?$/, message: t('amount') }]}>
            <Input inputMode="decimal" />
          </Form.Item>
          <Form.Item name="orders" label={t('orders')}>
            <InputNumber min={0} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="followers" label={t('followers')}>
            <InputNumber min={0} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </Section>
      <Section title={t('goods')}>
        <div className="plan-form-grid">
          <Form.Item name="theme-classes" label={s('theme-classes')} className="plan-form-wide">
            <Select mode="multiple" {...search} options={classOptions} />
          </Form.Item>
          <Form.Item name="forbidden-classes" label={s('forbidden-classes')} className="plan-form-wide">
            <Select mode="multiple" {...search} options={classOptions} />
          </Form.Item>
          <Form.Item name="slots" label={s('slots')} rules={required}>
            <InputNumber min={1} max={500} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="minutes" label={s('minutes')} extra={t('minutesHow')}>
            <InputNumber min={1} max={600} step={0.5} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="retention-years" label={s('retention-years')}>
            <InputNumber min={1} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </Section>
      <Section title={t('mix')}>
        <div className="plan-form-mix">
          {ROLES.map((role) => (
            <fieldset key={role}>
              <legend>{term(role)}</legend>
              {(['min', 'max'] as const).map((end) => (
                <Form.Item key={end} name={['mix', role, end]} noStyle>
                  <InputNumber
                    min={0}
                    max={100}
                    precision={0}
                    placeholder={t(end)}
                    aria-label={`${term(role)} ${t(end)}`}
                    suffix="%"
                  />
                </Form.Item>
              ))}
            </fieldset>
          ))}
        </div>
      </Section>
      <Section title={t('suppliers')} beside={<span className="quiet">{t('suppliersAbout')}</span>}>
        <div className="plan-form-grid">
          <Form.Item name="minScore" label={t('minScore')}>
            <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="screeningDays" label={t('screeningDays', { count: matrix.data?.screeningDays ?? 0 })}>
            <InputNumber min={1} max={matrix.data?.screeningDays ?? 365} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="reviewDays" label={t('reviewDays', { count: matrix.data?.reviewDays ?? 0 })}>
            <InputNumber min={1} max={matrix.data?.reviewDays ?? 365} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="shouldIsMust" valuePropName="checked" className="plan-form-check">
            <Checkbox>{t('shouldIsMust')}</Checkbox>
          </Form.Item>
        </div>
      </Section>
      <Section title={t('contract')}>
        <Form.Item name="contract-requirements" noStyle>
          <Select
            mode="multiple"
            {...search}
            aria-label={t('contract')}
            style={{ width: '100%' }}
            options={(library.data?.rows ?? [])
              .filter((c) => c.kind === 'optional')
              .map((c) => ({ value: c.id, label: say(c.title) }))}
          />
        </Form.Item>
      </Section>
      {reasoned ? (
        <Section title={t('why')}>
          <Form.Item name="changes" noStyle rules={required}>
            <Input.TextArea aria-label={t('why')} autoSize={{ minRows: 2, maxRows: 8 }} />
          </Form.Item>
        </Section>
      ) : null}
    </KeptForm>
  )
}
