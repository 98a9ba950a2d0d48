import { Form, Input } from 'antd'
import type { Answer } from '../../client/operations.ts'
import { useAct } from '../../texts/act.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { LimitSection } from './limit-section.tsx'

const useText = texts('risk-limit', {
  title: { zh: '风险阈值', en: 'Thresholds of risk' },
  about: {
    zh: '可比标准更早预警、更早停播，不可更晚。标准默认值的依据：{{source}}。',
    en: 'They may warn and call for a hold earlier than the standard, never later. Ground of the standard’s own: {{source}}.',
  },
  indicator: { zh: '指标', en: 'Indicator' },
  alert: { zh: '预警', en: 'Alert' },
  hold: { zh: '停播', en: 'Hold' },
  owner: { zh: '责任', en: 'Owner' },
  own: { zh: '{{own}}（标准 {{standard}}）', en: '{{own}} (standard {{standard}})' },
  same: { zh: '{{standard}}（标准）', en: '{{standard}} (standard)' },
  asStandard: { zh: '同标准', en: 'as the standard' },
  alertOf: { zh: '{{name}} 预警 %', en: '{{name}}: alert, %' },
  holdOf: { zh: '{{name}} 停播 %', en: '{{name}}: hold, %' },
  wrong: { zh: '请填写不高于标准 {{most}}% 的百分数', en: 'Give a percentage of at most the standard’s {{most}}%' },
})
type Risk = Answer<'limit.list'>['risk']
type Value = Risk['value']
type Fields = Readonly<Record<string, { readonly alert?: string; readonly hold?: string }>>
const hundredfold = (share: string) => String(Number((Number(share) * 100).toFixed(4)))
const share = (percent: string) => String(Number((Number(percent) / 100).toFixed(6)))

export function RiskLimit({ of, day, owner }: { readonly of: Risk; readonly day: string; readonly owner: boolean }) {
  const t = useText()
  const act = useAct()
  const say = useSay()
  const { term } = useWords()
  const { percent } = useFormats()
  const names = new Map(of.standard.map((i) => [i.id, say(i.name)]))
  const told = (value: Value) =>
    Object.entries(value)
      .map(([id, { alert, hold }]) =>
        [
          names.get(id) ?? id,
          alert ? `${t('alert')} ${percent(Number(alert))}` : '',
          hold ? `${t('hold')} ${percent(Number(hold))}` : '',
        ]
          .filter(Boolean)
          .join(' '),
      )
      .join('；') || t('asStandard')
  const shown = (own: string | undefined, standard: string) =>
    own === undefined || own === standard
      ? t('same', { standard: percent(Number(standard)) })
      : t('own', { own: percent(Number(own)), standard: percent(Number(standard)) })
  const kinds = ['alert', 'hold'] as const
  const initial = Object.fromEntries(
    of.standard.map(({ id, ...standard }) => [
      id,
      Object.fromEntries(kinds.map((kind) => [kind, hundredfold(of.value[id]?.[kind] ?? standard[kind])])),
    ]),
  )
  return (
    <LimitSection<'limit.set-risk', Value, Fields>
      name="limit.set-risk"
      title={t('title')}
      about={t('about', { source: act([of.source.act, of.source.article].filter(Boolean).join(', ')) })}
      day={day}
      owner={owner}
      of={of}
      told={told}
      heads={[t('indicator'), t('alert'), t('hold'), t('owner')]}
      rows={of.standard.map((i) => ({
        id: i.id,
        head: say(i.name),
        cells: [shown(of.value[i.id]?.alert, i.alert), shown(of.value[i.id]?.hold, i.hold), term(i.owner)],
      }))}
      initial={initial}
      // what is as in the standard follows the standard
      limitOf={(fields) =>
        Object.fromEntries(
          of.standard.flatMap(({ id, ...standard }) => {
            const own = kinds.flatMap((kind) => {
              const given = fields[id]?.[kind]
              return given !== undefined && given !== '' && Number(share(given)) !== Number(standard[kind])
                ? [[kind, share(given)] as const]
                : []
            })
            return own.length > 0 ? [[id, Object.fromEntries(own)]] : []
          }),
        ) as Value
      }
      fields={of.standard.map(({ id, name, ...standard }) => (
        <div key={id} className="limit-pair">
          {kinds.map((kind) => (
            <Form.Item
              key={kind}
              name={[id, kind]}
              label={t(kind === 'alert' ? 'alertOf' : 'holdOf', { name: say(name) })}
              rules={[
                {
                  validator: async (_, given: string) =>
                    /^\d+(\.\d+)?$/.test(given) && Number(given) <= Number(hundredfold(standard[kind]))
                      ? undefined
                      : Promise.reject(new Error(t('wrong', { most: hundredfold(standard[kind]) }))),
                },
              ]}
            >
              <Input inputMode="decimal" suffix="%" />
            </Form.Item>
          ))}
        </div>
      ))}
    />
  )
}
