import { inTime } from '@haixuan/domain/supervise/quality/nonconformity'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Form, Input, Radio } from 'antd'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { KeptForm } from '../../ui/command/kept-form.tsx'
import { Evidence } from '../../ui/evidence/evidence.tsx'
import { EvidenceField } from '../../ui/evidence/evidence-field.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Fact, Facts, Page, Section } from '../../ui/page/page.tsx'
import { useQualityWords } from './quality-words.ts'
import './quality.css'

const useText = texts('nonconformity-page', {
  about: { zh: '概况', en: 'What it is about' },
  product: { zh: '产品', en: 'Product' },
  supplier: { zh: '供应商', en: 'Supplier' },
  lot: { zh: '批次', en: 'Lot' },
  class: { zh: '等级', en: 'Class' },
  opened: { zh: '登记', en: 'Recorded' },
  by: { zh: '{{at}} · {{by}}', en: '{{at}} · {{by}}' },
  steps: { zh: '从遏制到效果', en: 'From containment to effect' },
  due: { zh: '应于{{day}}前完成 · {{who}}', en: 'owed by {{day}} · {{who}}' },
  inTime: { zh: '按期', en: 'in time' },
  late: { zh: '逾期', en: 'late' },
  worked: { zh: '措施有效', en: 'The action worked' },
  failed: { zh: '措施无效，重新查找原因', en: 'The action did not work: the cause is looked for again' },
  what: { zh: '做了什么、有何结论', en: 'What was done, and what was found' },
  evidence: { zh: '证据', en: 'Evidence' },
  verdict: { zh: '措施是否有效', en: 'Did the action work?' },
  yes: { zh: '有效', en: 'It worked' },
  no: { zh: '无效', en: 'It did not' },
  save: { zh: '完成“{{step}}”', en: 'Record: {{step}}' },
  long: { zh: '请至少写 5 个字', en: 'Write at least 5 characters' },
  proof: { zh: '此步须附证据', en: 'This step needs evidence' },
  choose: { zh: '请判定', en: 'Judge it' },
  two: { zh: '由采取措施以外的人验证', en: 'Judged by someone other than who took the action' },
})
type Shown = Answer<'nonconformity.get'>

/** S1 · One nonconformity: what is owed next, and each step with who, when, and its evidence. */
export function NonconformityPage() {
  const { nonconformity } = useParams({ from: '/projects/$project/quality/nonconformities/$nonconformity' })
  const shown = useQuery(ask('nonconformity.get', { nonconformity }))
  return <Asked of={shown}>{(it) => <NonconformityShown it={it} />}</Asked>
}

/** It, in our pages or in those of its supplier. */
export function NonconformityShown({ it }: { readonly it: Shown }) {
  const t = useText()
  const words = useQualityWords()
  const say = useSay()
  const formats = useFormats()
  const { term } = useWords()
  const inside = useMe().data?.supplier === null
  const owed = it.steps.find((s) => s.id === it.next)
  return (
    <Page
      title={it.what}
      about={`${words(it.next ?? 'closed')}${it.due ? ` · ${t('due', { day: formats.day(it.due), who: term(it.owner ?? '') })}` : ''}`}
    >
      <Section title={t('about')}>
        <Facts>
          <Fact name={t('class')}>{words(it.class)}</Fact>
          <Fact name={t('product')}>
            {inside ? (
              <Link to="/projects/$project/products/$product" params={{ project: it.project, product: it.product }}>
                {it.title}
              </Link>
            ) : (
              <Link to="/portal/products/$project/$product" params={{ project: it.project, product: it.product }}>
                {it.title}
              </Link>
            )}
          </Fact>
          {inside ? (
            <Fact name={t('supplier')}>
              <Link to="/suppliers/$supplier" params={{ supplier: it.supplier }}>
                {it.supplierName}
              </Link>
            </Fact>
          ) : null}
          {it.lot ? (
            <Fact name={t('lot')}>
              {inside ? (
                <Link
                  to="/projects/$project/quality/lots/$product/$lot"
                  params={{ project: it.project, product: it.product, lot: it.lot }}
                >
                  {it.lot}
                </Link>
              ) : (
                it.lot
              )}
            </Fact>
          ) : null}
          <Fact name={t('opened')}>{t('by', { at: formats.moment(it.opened), by: it.openedBy })}</Fact>
        </Facts>
      </Section>
      <Section title={t('steps')}>
        <ol className="nc-steps">
          {it.taken.map((step) => (
            <li key={`${step.step} ${step.at}`} className={step.effective === false ? 'nc-failed' : 'nc-taken'}>
              <h3>
                {words(step.step)}
                {step.effective === undefined ? null : ` · ${t(step.effective ? 'worked' : 'failed')}`}
              </h3>
              <p>{step.what}</p>
              <p className="quiet">
                {t('by', { at: formats.moment(step.at), by: step.by })} · {t(inTime(step) ? 'inTime' : 'late')}
              </p>
              {(step.evidence ?? []).map((sha256) => (
                <Evidence key={sha256} sha256={sha256} />
              ))}
            </li>
          ))}
          {owed ? (
            <li className="nc-owed">
              <h3>{say(owed.name)}</h3>
              <p className="quiet">{say(owed.asks)}</p>
              <StepForm key={`${owed.id} ${it.taken.length}`} it={it} step={owed.id} />
            </li>
          ) : null}
        </ol>
      </Section>
    </Page>
  )
}

type Filled = { what: string; evidence?: string; effective?: 'yes' | 'no' }

function StepForm({ it, step }: { readonly it: Shown; readonly step: Shown['steps'][number]['id'] }) {
  const t = useText()
  const words = useQualityWords()
  const may = useMay()
  const [form] = Form.useForm<Filled>()
  const take = useCommand('nonconformity.take-step', { quiet: true })
  const inside = may('quality', 'selection', 'sourcing', 'service', 'legal')
  if (!inside && !(may('supplier') && (step === 'cause' || step === 'action'))) return null
  const proof = step === 'action' || step === 'effect'
  return (
    <KeptForm<Filled>
      form={form}
      className="nc-form"
      draft={`nonconformity ${it.id} ${step}`}
      version={it.version}
      problem={take.problem}
      onSend={async ({ what, evidence, effective }, version) => {
        const done = await take.run({
          params: { nonconformity: it.id },
          version,
          input: {
            step,
            what,
            evidence: evidence ? [evidence] : [],
            ...(effective ? { effective: effective === 'yes' } : {}),
          },
        })
        return done !== undefined
      }}
      foot={
        <Button type="primary" htmlType="submit" loading={take.running}>
          {t('save', { step: words(step) })}
        </Button>
      }
    >
      <Form.Item
        name="what"
        label={t('what')}
        rules={[{ required: true, min: 5, whitespace: true, message: t('long') }]}
      >
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      {step === 'effect' ? (
        <Form.Item
          name="effective"
          label={t('verdict')}
          extra={t('two')}
          rules={[{ required: true, message: t('choose') }]}
        >
          {/* nothing is chosen beforehand, as it is a judgement */}
          <Radio.Group
            options={[
              { value: 'yes', label: t('yes') },
              { value: 'no', label: t('no') },
            ]}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="evidence" label={t('evidence')} rules={proof ? [{ required: true, message: t('proof') }] : []}>
        <EvidenceField />
      </Form.Item>
    </KeptForm>
  )
}
