import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useCommand } from '../../client/command.ts'
import { useProjectAtHand } from '../../shell/project-at-hand.ts'
import { useMay } from '../../shell/session.ts'
import { texts } from '../../texts/texts.ts'
import { today } from '../../texts/today.ts'
import { markets, useWords } from '../../texts/words.ts'
import { DayField } from '../../ui/command/fields.tsx'
import { KeptForm } from '../../ui/command/kept-form.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { ProductPicker } from '../../ui/picker/product-picker.tsx'
import { ProjectPicker } from '../../ui/picker/project-picker.tsx'
import { KINDS, useKind } from './case-words.ts'
import { type Replacement, ReplacementFields, replacementOf } from './replacement-fields.tsx'
import './case.css'

const useText = texts('new-case', {
  title: { zh: '受理退换货', en: 'Open a case' },
  open: { zh: '受理', en: 'Open' },
  stops: { zh: '由客服受理', en: 'Service opens cases' },
  asked: { zh: '买家所求', en: 'What the buyer asks' },
  kind: { zh: '类型', en: 'Kind' },
  market: { zh: '买家所在市场', en: 'The buyer’s market' },
  requested: { zh: '提出日', en: 'Asked on' },
  reason: { zh: '买家说明', en: 'In the buyer’s words' },
  order: { zh: '订单', en: 'The order' },
  orderId: { zh: '订单号', en: 'Order number' },
  ordered: { zh: '下单日', en: 'Ordered on' },
  delivered: { zh: '签收日', en: 'Delivered on' },
  currency: { zh: '币种', en: 'Currency' },
  shipping: { zh: '已付运费', en: 'Delivery paid' },
  lines: { zh: '订单行', en: 'Lines' },
  quantity: { zh: '数量', en: 'Quantity' },
  price: { zh: '单价', en: 'Price' },
  discount: { zh: '优惠', en: 'Discount' },
  add: { zh: '再加一行', en: 'Another line' },
  remove: { zh: '删除此行', en: 'Remove this line' },
  where: { zh: '来自哪场直播', en: 'From which stream' },
  project: { zh: '项目', en: 'Project' },
  product: { zh: '产品', en: 'Product' },
  productHelp: {
    zh: '选定后自动带出店铺政策、品类与供应商',
    en: 'Brings in the shop’s policy, the class and the supplier',
  },
  exchanged: { zh: '换成什么', en: 'What it is exchanged for' },
  buyer: { zh: '买家资料（加密保存，不入日志）', en: 'The buyer (sealed, never logged)' },
  name: { zh: '姓名', en: 'Name' },
  email: { zh: '邮箱', en: 'E-mail' },
  phone: { zh: '电话', en: 'Phone' },
  address: { zh: '地址', en: 'Address' },
  contact: { zh: '邮箱与电话至少填一项', en: 'An e-mail address or a phone number' },
  needed: { zh: '请填写', en: 'Please fill this in' },
  figure: { zh: '如 19.90', en: 'such as 19.90' },
})

type Line = { quantity: number; price: string; discount?: string }
type Fields = Replacement & {
  kind: (typeof KINDS)[number]
  market: string
  requested: string
  reason?: string
  orderId?: string
  ordered: string
  delivered?: string
  currency: string
  shipping?: string
  lines: Line[]
  project?: string
  product?: string
  name?: string
  email?: string
  phone?: string
  address?: string
}
/** Where the parts of an order and of a case are written. */
const FIELD_NAMES = {
  'order.id': 'orderId',
  'order.day': 'ordered',
  'order.delivered': 'delivered',
  'order.currency': 'currency',
  'order.shipping.paid': 'shipping',
  'order.lines': 'lines',
  'case.kind': 'kind',
  'case.requested': 'requested',
  'case.reason': 'reason',
  'buyer.name': 'name',
  'buyer.email': 'email',
  'buyer.phone': 'phone',
  'buyer.address': 'address',
}
const AMOUNT = /^\d+(\.\d+)?$/

/** T4 · Takes in a case: what the buyer asks of which order, and who they are. */
export function NewCase() {
  const t = useText()
  const kind = useKind()
  const { market } = useWords()
  const may = useMay()('service')
  const navigate = useNavigate()
  const atHand = useProjectAtHand()
  const [form] = Form.useForm<Fields>()
  const project = Form.useWatch('project', form)
  const [exchange, bought, currency] = [
    Form.useWatch('kind', form) === 'exchange',
    Form.useWatch('market', form),
    Form.useWatch('currency', form),
  ]
  const { run, running, problem } = useCommand('case.open', {
    quiet: true,
    onDone: ({ id }) => void navigate({ to: '/cases/$case', params: { case: id } }),
  })
  const open = (f: Fields) =>
    run({
      params: {},
      input: {
        market: f.market,
        order: {
          ...(f.orderId ? { id: f.orderId } : {}),
          day: f.ordered,
          ...(f.delivered ? { delivered: f.delivered } : {}),
          currency: f.currency,
          lines: f.lines.map(({ quantity, price, discount }, i) => ({
            id: String(i + 1),
            quantity,
            price,
            ...(discount ? { discount } : {}),
          })),
          ...(f.shipping ? { shipping: { paid: f.shipping } } : {}),
        },
        case: {
          kind: f.kind,
          requested: f.requested,
          ...(f.reason ? { reason: f.reason } : {}),
          ...replacementOf(f),
        },
        buyer: Object.fromEntries(
          (['name', 'email', 'phone', 'address'] as const).flatMap((key) => (f[key] ? [[key, f[key]]] : [])),
        ),
        ...(f.project ? { project: f.project } : {}),
        ...(f.project && f.product ? { product: f.product } : {}),
      } as never,
    })
  const needed = [{ required: true, message: t('needed') }]
  const amount = [{ pattern: AMOUNT, message: t('figure') }]
  return (
    <Page
      title={t('title')}
      form
      actions={
        <Button type="primary" loading={running} disabled={!may} onClick={form.submit}>
          {t('open')}
        </Button>
      }
      stops={may ? undefined : t('stops')}
    >
      <KeptForm<Fields>
        form={form}
        className="case-form"
        draft="case"
        // who the buyer is is sealed, and never kept in a browser
        draftWithout={['name', 'email', 'phone', 'address']}
        fieldNames={FIELD_NAMES}
        problem={problem}
        initial={{
          kind: 'withdrawal',
          requested: today(),
          lines: [{ quantity: 1 }],
          project: atHand,
        }}
        onSend={async (fields) => (await open(fields)) !== undefined}
      >
        <Section title={t('asked')}>
          <div className="case-fields">
            <Form.Item name="kind" label={t('kind')} rules={needed}>
              <Select options={KINDS.map((value) => ({ value, label: kind(value) }))} />
            </Form.Item>
            <Form.Item name="market" label={t('market')} rules={needed}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={Object.keys(markets).map((value) => ({ value, label: market(value) }))}
              />
            </Form.Item>
            <DayField name="requested" label={t('requested')} needed />
          </div>
          <Form.Item name="reason" label={t('reason')}>
            <Input.TextArea rows={2} />
          </Form.Item>
        </Section>
        <Section title={t('order')}>
          <div className="case-fields">
            <Form.Item name="orderId" label={t('orderId')}>
              <Input />
            </Form.Item>
            <DayField name="ordered" label={t('ordered')} needed />
            <DayField name="delivered" label={t('delivered')} />
            <Form.Item
              name="currency"
              label={t('currency')}
              normalize={(value: string) => value.toUpperCase()}
              rules={[{ required: true, pattern: /^[A-Z]{3}$/, message: 'SGD, EUR …' }]}
            >
              <Input maxLength={3} />
            </Form.Item>
            <Form.Item name="shipping" label={t('shipping')} rules={amount}>
              <Input inputMode="decimal" />
            </Form.Item>
          </div>
          <h3>{t('lines')}</h3>
          <Form.List name="lines">
            {(lines, { add, remove }) => (
              <>
                {lines.map(({ key, name }) => (
                  <div className="case-fields" key={key}>
                    <Form.Item name={[name, 'quantity']} label={t('quantity')} rules={needed}>
                      <InputNumber min={1} precision={0} style={{ width: '100%' }} />
                    </Form.Item>
                    <Form.Item name={[name, 'price']} label={t('price')} rules={[...needed, ...amount]}>
                      <Input inputMode="decimal" />
                    </Form.Item>
                    <Form.Item name={[name, 'discount']} label={t('discount')} rules={amount}>
                      <Input inputMode="decimal" />
                    </Form.Item>
                    {lines.length > 1 ? (
                      <Button type="text" icon={<DeleteOutlined />} onClick={() => remove(name)}>
                        {t('remove')}
                      </Button>
                    ) : null}
                  </div>
                ))}
                <Button icon={<PlusOutlined />} onClick={() => add({ quantity: 1 })}>
                  {t('add')}
                </Button>
              </>
            )}
          </Form.List>
        </Section>
        <Section title={t('where')}>
          <div className="case-fields">
            <Form.Item name="project" label={t('project')}>
              <ProjectPicker clearable />
            </Form.Item>
            <Form.Item name="product" label={t('product')} extra={t('productHelp')}>
              <ProductPicker project={project} clearable />
            </Form.Item>
          </div>
        </Section>
        {exchange ? (
          <Section title={t('exchanged')}>
            <div className="case-fields">
              <ReplacementFields project={project} market={bought} currency={currency} />
            </div>
          </Section>
        ) : null}
        <Section title={t('buyer')}>
          <div className="case-fields">
            <Form.Item name="name" label={t('name')}>
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="email"
              label={t('email')}
              dependencies={['phone']}
              rules={[
                ({ getFieldValue }) => ({
                  validator: (_, value) =>
                    value || getFieldValue('phone') ? Promise.resolve() : Promise.reject(new Error(t('contact'))),
                }),
              ]}
            >
              <Input type="email" autoComplete="off" />
            </Form.Item>
            <Form.Item name="phone" label={t('phone')}>
              <Input type="tel" autoComplete="off" />
            </Form.Item>
            <Form.Item name="address" label={t('address')}>
              <Input autoComplete="off" />
            </Form.Item>
          </div>
        </Section>
      </KeptForm>
    </Page>
  )
}
