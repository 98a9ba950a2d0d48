import { Form, InputNumber } from 'antd'
import type { Answer } from '../../client/operations.ts'
import { useAct } from '../../texts/act.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { LimitSection } from './limit-section.tsx'

const useText = texts('retention-limit', {
  title: { zh: '保存年限', en: 'Keeping of records' },
  about: { zh: '可比法律要求更久，不可更短。', en: 'Longer than the law asks, never shorter.' },
  what: { zh: '记录', en: 'Records' },
  years: { zh: '年限', en: 'Years' },
  from: { zh: '自何时起', en: 'From' },
  source: { zh: '依据', en: 'Source' },
  own: { zh: '{{own}} 年（法定 {{law}} 年）', en: '{{own}} years (the law: {{law}})' },
  same: { zh: '{{law}} 年（法定）', en: '{{law}} years (the law)' },
  all: { zh: '全部市场', en: 'all markets' },
  asLaw: { zh: '同法定', en: 'as the law' },
  entry: { zh: '{{name}} {{years}} 年', en: '{{name}} {{years}} years' },
})
type Retention = Answer<'limit.list'>['retention']
type Value = Retention['value']
const LONGEST = 100

export function RetentionLimit({
  of,
  day,
  owner,
}: {
  readonly of: Retention
  readonly day: string
  readonly owner: boolean
}) {
  const t = useText()
  const act = useAct()
  const say = useSay()
  const { market } = useWords()
  const { list } = useFormats()
  const names = new Map(of.standard.map((p) => [p.id, say(p.name)]))
  const told = (value: Value) =>
    Object.entries(value)
      .map(([id, years]) => t('entry', { name: names.get(id) ?? id, years }))
      .join('；') || t('asLaw')
  return (
    <LimitSection<'limit.set-retention', Value, Value>
      name="limit.set-retention"
      title={t('title')}
      about={t('about')}
      day={day}
      owner={owner}
      of={of}
      told={told}
      heads={[t('what'), t('years'), t('from'), t('source')]}
      rows={of.standard.map((p) => ({
        id: p.id,
        head: (
          <>
            {say(p.name)}{' '}
            <span className="quiet">{p.markets.length === 0 ? t('all') : list(p.markets.map(market))}</span>
          </>
        ),
        cells: [
          (of.value[p.id] ?? 0) > p.years
            ? t('own', { own: of.value[p.id] ?? 0, law: p.years })
            : t('same', { law: p.years }),
          say(p.from),
          act([p.source.act, p.source.article].filter(Boolean).join(', ')),
        ],
      }))}
      initial={Object.fromEntries(of.standard.map((p) => [p.id, Math.max(of.value[p.id] ?? 0, p.years)]))}
      limitOf={(fields) =>
        Object.fromEntries(
          of.standard.flatMap(({ id, years }) =>
            fields[id] !== undefined && fields[id] > years ? [[id, fields[id]]] : [],
          ),
        )
      }
      fields={of.standard.map((p) => (
        <Form.Item key={p.id} name={p.id} label={say(p.name)} extra={t('same', { law: p.years })}>
          <InputNumber min={p.years} max={LONGEST} precision={0} />
        </Form.Item>
      ))}
    />
  )
}
