import { DatePicker, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { useLanguage } from '../../texts/language.ts'
import { texts } from '../../texts/texts.ts'
import { codes } from '../../texts/words.ts'
import { EvidenceField } from '../evidence/evidence-field.tsx'

const useText = texts('command-fields', {
  needed: { zh: '请填写', en: 'Please fill this in' },
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

/** A line of text. */
export function TextField({ name, label, needed = false, focus = false }: FieldProps & { readonly focus?: boolean }) {
  const rules = useNeeded()
  return (
    <Form.Item name={name} label={label} {...(needed ? { rules } : {})}>
      <Input autoFocus={focus} />
    </Form.Item>
  )
}

/** A day, kept as YYYY-MM-DD. */
export function DayField({ name, label, needed = false }: FieldProps) {
  const rules = useNeeded()
  return (
    <Form.Item
      name={name}
      label={label}
      getValueProps={(value?: string) => ({ value: value ? dayjs(value) : undefined })}
      normalize={(value?: dayjs.Dayjs | null) => value?.format('YYYY-MM-DD')}
      {...(needed ? { rules } : {})}
    >
      <DatePicker style={{ width: '100%' }} />
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
