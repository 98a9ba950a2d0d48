import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Modal, Tag } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useCommand } from '../../../client/command.ts'
import type { Answer } from '../../../client/operations.ts'
import { useMay, useMe } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { Fact, Facts, Section } from '../../../ui/page/page.tsx'

const useText = texts('settlement', {
  title: { zh: '结算', en: 'Settlement' },
  mode: { zh: '结算方式', en: 'Mode' },
  instrument: { zh: '支付工具', en: 'Instrument' },
  cycle: { zh: '账期', en: 'Cycle' },
  days: { zh: '{{n}} 天', en: '{{n}} days' },
  commission: { zh: '佣金率', en: 'Commission' },
  fx: { zh: '汇率', en: 'Rate of exchange' },
  fxDay: { zh: '按{{day}}汇率', en: 'of the day of the {{day}}' },
  order: { zh: '下单日', en: 'order' },
  statement: { zh: '结算日', en: 'statement' },
  payment: { zh: '付款日', en: 'payment' },
  noRate: {
    zh: '尚无 {{from}}→{{to}} 汇率，请在条件中登记',
    en: 'No rate {{from}}→{{to}} yet; record one in the terms',
  },
  payee: { zh: '收款户名', en: 'Account holder' },
  verified: { zh: '{{by}} 已核实', en: 'verified by {{by}}' },
  unverified: { zh: '未核实', en: 'not verified' },
  verify: { zh: '核实', en: 'Verify' },
  own: { zh: '须由登记人以外的财务核实', en: 'Someone in finance other than who recorded it verifies it' },
  settle: { zh: '计算结算单', en: 'Work out a statement' },
  none: { zh: '还没有结算单', en: 'No statements yet' },
  number: { zh: '第 {{n}} 期 {{from}} – {{until}}', en: 'No. {{n}}, {{from}} – {{until}}' },
  computed: { zh: '待确认', en: 'to be agreed' },
  differs: { zh: '对账有差异', en: 'differs' },
  agreed: { zh: '{{by}} 已确认', en: 'agreed by {{by}}' },
  due: { zh: '应付 {{due}}，{{day}} 前', en: '{{due}} due on {{day}}' },
  lines: { zh: '逐项', en: 'Line by line' },
  kind: { zh: '项目', en: 'Line' },
  orderId: { zh: '订单', en: 'Order' },
  formula: { zh: '算式', en: 'Arithmetic' },
  ours: { zh: '我方', en: 'Ours' },
  theirs: { zh: '对方', en: 'Theirs' },
  difference: { zh: '差额', en: 'Difference' },
  agree: { zh: '确认', en: 'Agree' },
  reason: { zh: '接受差额的理由', en: 'Why the difference is accepted' },
  from: { zh: '自', en: 'From' },
  until: { zh: '至（不含）', en: 'Until (not included)' },
  final: {
    zh: '末期：计入坑位费、保量、买断与定金',
    en: 'The last: slot fee, guarantee, purchase and deposit stand in it',
  },
  orders: { zh: '订单，每行：订单号,日期,件数,实付金额', en: 'Orders, a line each: id,day,quantity,paid' },
  refunds: { zh: '退款，每行：订单号,日期,金额', en: 'Refunds, a line each: order,day,amount' },
  theirLines: {
    zh: '对方账单，每行：项目,订单号,金额（可不填）',
    en: 'Their statement, a line each: kind,order,amount (may be empty)',
  },
  compute: { zh: '计算并对账', en: 'Work out and reconcile' },
})

type Offer = Answer<'offer.get'>
const rowsOf = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.split(/[,，\t]/).map((cell) => cell.trim()))
    .filter((cells) => cells.length > 1)

/** I8 · How the parties are paid, who is paid and by whom that was verified, and the statements there are. */
export function Settlement({
  project,
  product,
  offer,
}: {
  readonly project: string
  readonly product: string
  readonly offer: Offer
}) {
  const t = useText()
  const say = useSay()
  const { traded } = useWords()
  const { percent, day, money } = useFormats()
  const may = useMay()
  const me = useMe().data
  const [settling, setSettling] = useState(false)
  const verify = useCommand('offer.verify-payee')
  const params = { project, product }
  const list = useQuery(ask('offer.settlements', { project }, { product, sort: '-recorded', limit: 20 }))
  const terms = offer.offer?.settlement
  if (!terms) return null
  const { payee } = terms
  const own = payee?.['recorded-by'] === me?.name
  return (
    <Section
      title={t('title')}
      id="settlement"
      beside={may('finance') ? <Button onClick={() => setSettling(true)}>{t('settle')}</Button> : null}
    >
      <Facts>
        <Fact name={t('mode')}>
          {traded(terms.mode)}
          {offer.terms ? <p className="quiet">{say(offer.terms.settlement.means)}</p> : null}
        </Fact>
        <Fact name={t('instrument')}>{traded(terms.instrument)}</Fact>
        <Fact name={t('cycle')}>{t('days', { n: terms['cycle-days'] })}</Fact>
        {terms['commission-rate'] ? (
          <Fact name={t('commission')}>{percent(Number(terms['commission-rate']))}</Fact>
        ) : null}
        <Fact name={t('payee')}>
          {payee?.holder ?? '—'}{' '}
          {payee ? (
            payee['verified-by'] ? (
              <span className="offer-fine">{t('verified', { by: payee['verified-by'] })}</span>
            ) : (
              <>
                <span className="offer-under">{t('unverified')}</span>{' '}
                {may('finance') ? (
                  <Button
                    size="small"
                    disabled={own}
                    title={own ? t('own') : undefined}
                    loading={verify.running}
                    onClick={() => void verify.run({ params, input: { holder: payee.holder } })}
                  >
                    {t('verify')}
                  </Button>
                ) : null}
                {own ? <p className="quiet">{t('own')}</p> : null}
              </>
            )
          ) : null}
        </Fact>
        {offer.fx ? (
          <Fact name={t('fx')}>
            {offer.fx.rate ?? t('noRate', { from: offer.fx.from, to: offer.fx.to })}
            <p className="quiet">
              {t('fxDay', { day: t(offer.fx.day) })}
              {offer.fx.given ? ` · ${day(offer.fx.given)} · ${offer.fx.source ?? ''}` : ''}
            </p>
          </Fact>
        ) : null}
      </Facts>
      <ul className="settlements">
        {list.data?.rows.length === 0 ? <li className="quiet">{t('none')}</li> : null}
        {list.data?.rows.map((s) => (
          <li key={s.number}>
            <details>
              <summary>
                {t('number', { n: s.number, from: day(s.from), until: day(s.until) })}{' '}
                <Tag>{s.state === 'agreed' ? t('agreed', { by: s.agreedBy ?? '' }) : t(s.state)}</Tag>
                <span className="quiet">{t('due', { due: money(s.due), day: day(s.dueDay) })}</span>
              </summary>
              <Statement {...params} number={s.number} recordedBy={s.recordedBy} />
            </details>
          </li>
        ))}
      </ul>
      <Settle
        {...params}
        currency={offer.offer!.pricing.price.currency}
        open={settling}
        onClose={() => setSettling(false)}
      />
    </Section>
  )
}

type StatementProps = {
  readonly project: string
  readonly product: string
  readonly number: number
  readonly recordedBy: string
}

function Statement({ project, product, number, recordedBy }: StatementProps) {
  const t = useText()
  const say = useSay()
  const { money } = useFormats()
  const may = useMay()
  const me = useMe().data
  const [reason, setReason] = useState('')
  const shown = useQuery(ask('offer.settlement', { project, product }, { number })).data
  const agree = useCommand('offer.agree-settlement')
  if (!shown) return null
  const { statement, reconciliation } = shown
  return (
    <div className="settle-grid">
      <div className="offer-scroll">
        <table className="offer-table">
          <thead>
            <tr>
              <th>{t('kind')}</th>
              <th>{t('orderId')}</th>
              <th>{t('formula')}</th>
              <th className="end">{t('ours')}</th>
              {reconciliation ? <th className="end">{t('theirs')}</th> : null}
              {reconciliation ? <th className="end">{t('difference')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {statement.lines.map((l) => {
              const r = reconciliation?.lines.find((x) => x.kind === l.kind && x.order === l.order)
              return (
                <tr key={`${l.kind} ${l.order} ${l.day} ${l.formula}`}>
                  <td>{say(l.label)}</td>
                  <td>{l.order ?? ''}</td>
                  <td>
                    <code>{l.formula}</code>
                  </td>
                  <td className="end">{money(l.amount)}</td>
                  {reconciliation ? <td className="end">{r?.theirs ? money(r.theirs) : '—'}</td> : null}
                  {reconciliation ? (
                    <td className={`end ${r && r.state !== 'same' ? 'offer-under' : ''}`}>
                      {r ? money(r.difference) : ''}
                    </td>
                  ) : null}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {statement.rate ? <p className="quiet">{statement.rate}</p> : null}
      {shown.state !== 'agreed' && may('finance') ? (
        <div className="clause-buttons">
          {shown.state === 'differs' ? (
            <Input
              value={reason}
              onChange={(e) => setReason(e.target.value)}
              placeholder={t('reason')}
              aria-label={t('reason')}
            />
          ) : null}
          <Button
            loading={agree.running}
            disabled={recordedBy === me?.name || (shown.state === 'differs' && reason.trim().length < 4)}
            onClick={() =>
              void agree.run({ params: { project, product }, input: { number, ...(reason ? { reason } : {}) } })
            }
          >
            {t('agree')}
          </Button>
          {recordedBy === me?.name ? <span className="quiet">{t('own')}</span> : null}
        </div>
      ) : null}
    </div>
  )
}

type SettleProps = {
  readonly project: string
  readonly product: string
  readonly currency: string
  readonly open: boolean
  readonly onClose: () => void
}
type SettleFields = { from: string; until: string; final?: boolean; orders?: string; refunds?: string; theirs?: string }

function Settle({ project, product, currency, open, onClose }: SettleProps) {
  const t = useText()
  const [form] = Form.useForm<SettleFields>()
  const settle = useCommand('offer.settle', { onDone: onClose })
  const amount = (text: string | undefined) => ({ amount: text ?? '', currency })
  return (
    <Modal
      open={open}
      title={t('settle')}
      okText={t('compute')}
      okButtonProps={{ loading: settle.running }}
      onCancel={onClose}
      onOk={() => form.submit()}
      width={640}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={(f) => {
          const theirs = rowsOf(f.theirs)
          void settle.run({
            params: { project, product },
            input: {
              from: f.from,
              until: f.until,
              final: f.final ?? false,
              orders: rowsOf(f.orders).map(([id = '', day = '', quantity, paid]) => ({
                id,
                day,
                quantity: Number(quantity),
                paid: amount(paid),
              })),
              refunds: rowsOf(f.refunds).map(([order = '', day = '', paid]) => ({ order, day, amount: amount(paid) })),
              ...(theirs.length > 0
                ? {
                    theirs: theirs.map(([kind, order, paid]) => ({
                      kind,
                      ...(order ? { order } : {}),
                      amount: amount(paid),
                    })),
                  }
                : {}),
            } as never,
          })
        }}
      >
        <div className="offer-form-two">
          <Form.Item name="from" label={t('from')} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="until" label={t('until')} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Form.Item name="orders" label={t('orders')}>
          <Input.TextArea rows={4} />
        </Form.Item>
        <Form.Item name="refunds" label={t('refunds')}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="theirs" label={t('theirLines')}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="final" valuePropName="checked">
          <Checkbox>{t('final')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}
