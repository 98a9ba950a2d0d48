import { DatePicker, Form, Select } from 'antd'
import dayjs from 'dayjs'
import { useLanguage } from '../../../texts/language.ts'
import { texts } from '../../../texts/texts.ts'
import { countryName } from '../words.ts'

const useText = texts('supplier-fields', {
  needed: { zh: '请填写', en: 'Please fill this in' },
  country: { zh: '国家', en: 'Country' },
})

/** The rule of a field that must be filled. */
export function useNeeded() {
  const t = useText()
  return [{ required: true, message: t('needed') }]
}

const COUNTRIES =
  'CN HK TW JP KR SG MY TH VN ID PH IN AU NZ US CA MX BR AE SA TR GB IE DE FR ES IT NL BE LU AT CH PL CZ SK HU RO BG GR PT DK SE NO FI EE LV LT SI HR'.split(
    ' ',
  )

/** A country, found by its code or its name. */
export function CountryField({
  needed = true,
  name = 'country',
}: {
  readonly needed?: boolean
  readonly name?: string
}) {
  const t = useText()
  const language = useLanguage()
  const rules = useNeeded()
  return (
    <Form.Item name={name} label={t('country')} {...(needed ? { rules } : {})}>
      <Select
        allowClear={!needed}
        showSearch={{ optionFilterProp: 'label' }}
        options={COUNTRIES.map((value) => ({ value, label: `${countryName(value, language)} ${value}` }))}
      />
    </Form.Item>
  )
}

type DayProps = {
  readonly name: string
  readonly label: string
  readonly needed?: boolean
}
/** A day, kept as YYYY-MM-DD. */
export function DayField({ name, label, needed = false }: DayProps) {
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

/** What was left empty is not said. */
export function said<T extends object>(values: T): T {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, v]) => v !== undefined && v !== null && v !== '' && !(Array.isArray(v) && v.length === 0),
    ),
  ) as T
}
