import { Form, Input, InputNumber, Select, Space } from 'antd'
import { codes } from '../../texts/words.ts'
import { useNeeded } from './fields.tsx'

type Amount = { readonly amount?: string | undefined; readonly currency?: string | undefined }
type FieldProps = {
  readonly name: string | (string | number)[]
  readonly label?: string
  readonly needed?: boolean
}

/** An amount with its currency, as `{ amount: "12.90", currency: "EUR" }`; an empty one is not said. */
export function AmountField({ name, label, needed = false, currency }: FieldProps & { readonly currency: string }) {
  const rules = useNeeded()
  return (
    <Form.Item name={name} label={label} {...(needed ? { rules } : {})}>
      <AmountInput currency={currency} {...(label ? { label } : {})} />
    </Form.Item>
  )
}

type InputProps = {
  readonly value?: Amount | undefined
  readonly onChange?: (value: Amount | undefined) => void
  readonly id?: string
  readonly label?: string
  /** what it is in unless said otherwise */
  readonly currency: string
}
function AmountInput({ value, onChange, id, label, currency }: InputProps) {
  const of = value?.currency ?? currency
  return (
    <Space.Compact block>
      <Input
        {...(id ? { id } : {})}
        inputMode="decimal"
        value={value?.amount ?? ''}
        onChange={({ target }) => {
          const amount = target.value.trim().replace(',', '.')
          onChange?.(amount === '' ? undefined : { amount, currency: of })
        }}
      />
      <Select
        aria-label={`${label ?? ''} ${of}`}
        style={{ width: 84, flex: 'none' }}
        popupMatchSelectWidth={false}
        showSearch
        value={of}
        options={codes.currency.map((code) => ({ value: code, label: code }))}
        onChange={(code) => onChange?.({ ...value, currency: code })}
      />
    </Space.Compact>
  )
}

/** A share, read and written as per cent, kept as "0.05". */
export function ShareField({ name, label, needed = false }: FieldProps) {
  const rules = useNeeded()
  return (
    <Form.Item
      name={name}
      label={label}
      getValueProps={(share?: string) => ({ value: share === undefined ? undefined : perCent(share) })}
      normalize={(percent?: number | null) => (typeof percent === 'number' ? shareOf(percent) : undefined)}
      {...(needed ? { rules } : {})}
    >
      <InputNumber min={0} max={100} precision={2} suffix="%" style={{ width: '100%' }} />
    </Form.Item>
  )
}

/** 51.5 → "0.515", without the noise of floats. */
const shareOf = (percent: number): string => (Math.round(percent * 100) / 10_000).toString()
const perCent = (share: string): number => Math.round(Number(share) * 10_000) / 100

/** A whole number. */
export function CountField({ name, label, needed = false, least = 0 }: FieldProps & { readonly least?: number }) {
  const rules = useNeeded()
  return (
    <Form.Item name={name} label={label} {...(needed ? { rules } : {})}>
      <InputNumber min={least} precision={0} style={{ width: '100%' }} />
    </Form.Item>
  )
}

/** One of some ids by their names. */
export function ChoiceField({
  name,
  label,
  ids,
  nameOf,
  needed = false,
}: FieldProps & { readonly ids: readonly string[]; readonly nameOf: (id: string) => string }) {
  const rules = useNeeded()
  return (
    <Form.Item name={name} label={label} {...(needed ? { rules } : {})}>
      <Select allowClear={!needed} options={ids.map((value) => ({ value, label: nameOf(value) }))} />
    </Form.Item>
  )
}
