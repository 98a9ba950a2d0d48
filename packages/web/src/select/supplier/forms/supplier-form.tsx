import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { ask } from '../../../client/ask.ts'
import type { Input as InputOf } from '../../../client/operations.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { classes } from '../../../texts/words.ts'
import { CommandForm, filled } from '../../../ui/command/command-form.tsx'
import { CountryField, TextField, useNeeded } from '../../../ui/command/fields.tsx'
import { Working } from '../profile/working.tsx'
import type { Supplier } from '../record.ts'
import { useSupplierWords } from '../words.ts'

const useText = texts('supplier-form', {
  add: { zh: '登记供应商', en: 'Record a supplier' },
  change: { zh: '更正主体信息', en: 'Correct who it is' },
  save: { zh: '保存', en: 'Save' },
  name: { zh: '登记名称', en: 'Registered name' },
  names: { zh: '其他名称（外文名、商号）', en: 'Other names, in other scripts' },
  namesHow: { zh: '输入后按回车', en: 'Press Enter after each' },
  kind: { zh: '类型', en: 'Kind' },
  address: { zh: '注册地址', en: 'Registered address' },
  representative: { zh: '法定代表人', en: 'Representative' },
  contact: { zh: '联系方式', en: 'Contact' },
  website: { zh: '网站', en: 'Website' },
  classes: { zh: '供货品类', en: 'Classes it supplies' },
  numbers: { zh: '登记号码', en: 'Identity numbers' },
  numberKind: { zh: '号码类型', en: 'Kind of number' },
  number: { zh: '号码', en: 'Number' },
  addNumber: { zh: '添加号码', en: 'Add a number' },
  brands: { zh: '销售的品牌与权利人', en: 'Brands it sells and who owns them' },
  brand: { zh: '品牌', en: 'Brand' },
  owner: { zh: '权利人', en: 'Owner' },
  addBrand: { zh: '添加品牌', en: 'Add a brand' },
  remove: { zh: '移除', en: 'Remove' },
})

type Identity = InputOf<'supplier.create'>
type Values = Omit<Identity, 'numbers' | 'id'> & { numbers?: { kind: string; number: string }[] }

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  /** the one to correct; a new one when absent */
  readonly supplier?: Supplier
  /** what a new one is called, as listings name it */
  readonly name?: string | undefined
}

/** I2 · Who a supplier is. Numbers are worked out while they are typed. */
export function SupplierForm({ open, onClose, supplier, name }: Props) {
  const t = useText()
  const say = useSay()
  const w = useSupplierWords()
  const needed = useNeeded()
  const navigate = useNavigate()
  const [form] = Form.useForm<Values>()
  const standard = useQuery({ ...ask('supplier-standard.get', {}), enabled: open, staleTime: Number.POSITIVE_INFINITY })
  const country = Form.useWatch('country', form)
  const kinds = (standard.data?.numbers ?? [])
    .map(({ kind, name }) => ({ value: kind, label: `${say(name)} · ${kind}` }))
    .sort((a, b) => rank(a.value, country) - rank(b.value, country))
  const inputOf = ({ numbers = [], ...rest }: Values) => {
    const said = {
      ...rest,
      names: rest.names ?? [],
      brands: rest.brands ?? [],
      classes: rest.classes ?? [],
      numbers: numbers.map(({ kind, number }) => {
        const [land = '', sort = ''] = kind.split(' ')
        return { country: land, kind: sort, number }
      }),
    }
    // what the form does not show stays
    const { addresses, channel } = supplier?.record ?? {}
    return supplier ? { ...said, addresses, ...(channel ? { channel } : {}) } : filled(said)
  }
  const record = supplier?.record
  const initial = record
    ? ({
        ...record,
        numbers: record.numbers.map((n) => ({ kind: `${n.country} ${n.kind}`, number: n.number })),
      } as Partial<Values>)
    : ({ country: 'CN', kind: 'manufacturer', ...(name ? { name } : {}) } as Partial<Values>)
  return (
    <CommandForm<'supplier.create' | 'supplier.identify', Values>
      long
      name={supplier ? 'supplier.identify' : 'supplier.create'}
      title={t(supplier ? 'change' : 'add')}
      params={(supplier ? { supplier: supplier.id } : {}) as never}
      version={supplier?.version}
      ok={t('save')}
      open={open}
      onClose={onClose}
      form={form}
      draft={`supplier ${supplier?.id ?? 'new'}`}
      initial={initial}
      inputOf={(values) => inputOf(values) as never}
      onDone={({ id }) => {
        if (!supplier) void navigate({ to: '/suppliers/$supplier', params: { supplier: id } } as never)
      }}
    >
      <TextField name="name" label={t('name')} needed focus />
      <Form.Item name="names" label={t('names')}>
        <Select mode="tags" open={false} suffixIcon={null} placeholder={t('namesHow')} />
      </Form.Item>
      <CountryField />
      <Form.Item name="kind" label={t('kind')} rules={needed}>
        <Select
          options={(['manufacturer', 'brand-owner', 'distributor', 'trader'] as const).map((value) => ({
            value,
            label: w(value),
          }))}
        />
      </Form.Item>
      <Form.List name="numbers">
        {(fields, { add, remove }) => (
          <fieldset className="form-rows">
            <legend>{t('numbers')}</legend>
            {fields.map(({ key, name }) => (
              <div key={key} className="form-row">
                <Form.Item name={[name, 'kind']} label={t('numberKind')} rules={needed}>
                  <Select showSearch={{ optionFilterProp: 'label' }} options={kinds} />
                </Form.Item>
                <TextField name={[name, 'number']} label={t('number')} needed />
                <Button type="text" onClick={() => remove(name)}>
                  {t('remove')}
                </Button>
                <Form.Item noStyle shouldUpdate>
                  {({ getFieldValue }) => <Checked {...(getFieldValue(['numbers', name]) ?? {})} />}
                </Form.Item>
              </div>
            ))}
            <Button type="dashed" onClick={() => add({ kind: country === 'CN' ? 'cn uscc' : undefined })}>
              {t('addNumber')}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <TextField name="representative" label={t('representative')} />
      <Form.Item name="address" label={t('address')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 3 }} />
      </Form.Item>
      <TextField name="contact" label={t('contact')} />
      <TextField name="website" label={t('website')} />
      <Form.Item name="classes" label={t('classes')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={Object.entries(classes).map(([value, name]) => ({ value, label: say(name) }))}
        />
      </Form.Item>
      <Form.List name="brands">
        {(fields, { add, remove }) => (
          <fieldset className="form-rows">
            <legend>{t('brands')}</legend>
            {fields.map(({ key, name }) => (
              <div key={key} className="form-row">
                <TextField name={[name, 'brand']} label={t('brand')} needed />
                <TextField name={[name, 'owner']} label={t('owner')} needed />
                <Button type="text" onClick={() => remove(name)}>
                  {t('remove')}
                </Button>
              </div>
            ))}
            <Button type="dashed" onClick={() => add({ owner: form.getFieldValue('name') })}>
              {t('addBrand')}
            </Button>
          </fieldset>
        )}
      </Form.List>
    </CommandForm>
  )
}

/** Kinds of the supplier's own country first. */
const rank = (kind: string, country: string | undefined) =>
  kind.startsWith(`${country?.toLowerCase()} `) ? 0 : kind.startsWith('int ') ? 1 : 2

function Checked({ kind, number }: { readonly kind?: string; readonly number?: string }) {
  const enough = kind !== undefined && (number?.trim().length ?? 0) >= 6
  const found = useQuery({
    ...ask('identity.check', {}, { kind: kind as never, number: number ?? '' }),
    enabled: enough,
  })
  const say = useSay()
  if (!enough || !found.data) return null
  return (
    <div className="form-row-wide">
      <p className={found.data.valid ? 'profile-good' : 'profile-wrong'}>{say(found.data.says)}</p>
      <Working number={found.data} />
    </div>
  )
}
