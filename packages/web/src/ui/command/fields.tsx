import { isDay } from '@haixuan/domain/kernel/day'
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useFormats } from '../../texts/formats.ts'
import { useLanguage } from '../../texts/language.ts'
import { texts } from '../../texts/texts.ts'
import { codes } from '../../texts/words.ts'
import { DayInput } from '../day/day-input.tsx'
import { EvidenceField } from '../evidence/evidence-field.tsx'

const useText = texts('command-fields', {
  needed: { zh: '请填写', en: 'Please fill this in' },
  day: { zh: '请按 2026-12-31 的样式填写日期', en: 'Write the day as 2026-12-31' },
  early: { zh: '不早于 {{day}}', en: 'Not before {{day}}' },
  late: { zh: '不晚于 {{day}}', en: 'Not after {{day}}' },
  country: { zh: '国家', en: 'Country' },
  currency: { zh: '币种', en: 'Currency' },
})

/** The rule of a field that must be filled. */
export function useNeeded() {
  const t = useText()
  return [{ required: true, message: t('needed') }]
}

type FieldProps = {
  readonly name: string | (string | number)[]
  readonly label?: string
  readonly needed?: boolean
}

type TextProps = FieldProps & { readonly focus?: boolean; readonly extra?: string }
/** A line of text. */
export function TextField({ name, label, needed = false, focus = false, extra }: TextProps) {
  const rules = useNeeded()
  return (
    <Form.Item name={name} label={label} extra={extra} {...(needed ? { rules } : {})}>
      <Input autoFocus={focus} />
    </Form.Item>
  )
}

type DayProps = FieldProps & {
  /** the first and the last day that can be chosen */
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly extra?: string
}
/** A day, kept as YYYY-MM-DD. */
export function DayField({ name, label, needed = false, min, max, extra }: DayProps) {
  const t = useText()
  const { day } = useFormats()
  const must = useNeeded()
  const wrong = (value: string) => {
    if (!isDay(value)) return t('day')
    if (min && value < min) return t('early', { day: day(min) })
    return max && value > max ? t('late', { day: day(max) }) : undefined
  }
  const validator = async (_: unknown, value?: string) => {
    const why = value ? wrong(value) : undefined
    if (why) throw new Error(why)
  }
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[...(needed ? must : []), { validator }]}>
      <DayInput min={min} max={max} loose />
    </Form.Item>
  )
}

/** One of some codes, found by the code or by its name in the reader's language. */
function CodeField({
  name,
  label,
  needed = false,
  kind,
}: FieldProps & { readonly kind: 'region' | 'language' | 'currency' }) {
  const language = useLanguage()
  const rules = useNeeded()
  const names = new Intl.DisplayNames([language === 'zh' ? 'zh-CN' : 'en'], { type: kind })
  return (
    <Form.Item name={name} label={label} {...(needed ? { rules } : {})}>
      <Select
        allowClear={!needed}
        showSearch={{ optionFilterProp: 'label' }}
        options={codes[kind].map((value) => ({ value, label: `${names.of(value)} ${value}` }))}
        // a narrow field shows the code alone
        {...(kind === 'currency' ? { labelRender: ({ value }) => value, popupMatchSelectWidth: 220 } : {})}
      />
    </Form.Item>
  )
}
type CodeProps = Partial<FieldProps>
export function CountryField({ name = 'country', label, needed = true }: CodeProps) {
  const t = useText()
  return <CodeField name={name} label={label ?? t('country')} needed={needed} kind="region" />
}
export function CurrencyField({ name = 'currency', label, needed = true }: CodeProps) {
  const t = useText()
  return <CodeField name={name} label={label ?? t('currency')} needed={needed} kind="currency" />
}
export const LanguageField = (props: FieldProps) => <CodeField {...props} kind="language" />

/** One file that proves what a form says; it stands beside the fields. */
export const ProofField = ({ label, photo = false }: { readonly label: string; readonly photo?: boolean }) => (
  <Form.Item name="evidence" label={label}>
    <EvidenceField accept={photo ? 'image/*' : 'image/*,application/pdf'} />
  </Form.Item>
)

/** Two fields side by side. */
export const Two = ({ children }: { readonly children: ReactNode }) => <div className="two-fields">{children}</div>
