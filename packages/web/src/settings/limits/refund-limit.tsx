import { Form, Input } from 'antd'
import type { Answer } from '../../client/operations.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { LimitSection } from './limit-section.tsx'

const useText = texts('refund-limit', {
  title: { zh: '退款限额', en: 'Refunds' },
  about: {
    zh: '一人可单独退款的上限，超过时由另一人确认。未设定的币种一律须两人（标准默认，T4）。',
    en: 'The most that one person alone may pay back; above it another confirms. A currency without a limit always takes two (the standard’s own, T4).',
  },
  none: { zh: '未设定：一律须两人', en: 'None set: always two persons' },
  role: { zh: '角色', en: 'Role' },
  limit: { zh: '一人上限', en: 'One person alone' },
  form: { zh: '{{role}}：每行一项，如 CNY 200.00', en: '{{role}}: one a line, such as CNY 200.00' },
  wrong: { zh: '请写作“币种 金额”，如 CNY 200.00', en: 'Write currency and amount, such as CNY 200.00' },
})
const ROLES = ['service', 'finance'] as const
type Value = Answer<'limit.list'>['refund']['value']
type Fields = Readonly<Record<(typeof ROLES)[number], string>>
const LINE = /^([A-Za-z]{3})\s+(\d+(?:\.\d+)?)$/

const lines = (of: Readonly<Record<string, string>>) =>
  Object.entries(of)
    .map(([currency, amount]) => `${currency} ${amount}`)
    .join('\n')
const amounts = (text: string) =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const [, currency = '', amount = ''] = LINE.exec(line.trim()) ?? []
      return currency ? [[currency.toUpperCase(), amount] as const] : []
    }),
  )
const fine = (text = '') => text.split('\n').every((line) => line.trim() === '' || LINE.test(line.trim()))

export function RefundLimit({
  of,
  day,
  owner,
}: {
  readonly of: Answer<'limit.list'>['refund']
  readonly day: string
  readonly owner: boolean
}) {
  const t = useText()
  const { term } = useWords()
  const told = (value: Value) =>
    ROLES.filter((role) => Object.keys(value[role]).length > 0)
      .map((role) => `${term(role)} ${lines(value[role]).replaceAll('\n', ' · ')}`)
      .join('；') || t('none')
  return (
    <LimitSection<'limit.set-refund', Value, Fields>
      name="limit.set-refund"
      title={t('title')}
      about={t('about')}
      day={day}
      owner={owner}
      of={of}
      told={told}
      heads={[t('role'), t('limit')]}
      rows={ROLES.map((role) => ({
        id: role,
        head: term(role),
        cells: [lines(of.value[role]).replaceAll('\n', ' · ') || t('none')],
      }))}
      initial={{ service: lines(of.value.service), finance: lines(of.value.finance) }}
      limitOf={({ service = '', finance = '' }) => ({ service: amounts(service), finance: amounts(finance) })}
      fields={ROLES.map((role) => (
        <Form.Item
          key={role}
          name={role}
          label={t('form', { role: term(role) })}
          rules={[{ validator: async (_, text) => (fine(text) ? undefined : Promise.reject(new Error(t('wrong')))) }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Form.Item>
      ))}
    />
  )
}
