import { DAY } from './plan.mjs'

/** What people of the example do after its stream, command by command; a demo carries it out as they would. */

const QUALITY_CLAUSE = {
  clause: '售后条款：质量原因的费用由供应商承担',
  kinds: ['not-as-described', 'defect', 'late', 'lost'],
  share: '1',
}

/** A case of one line, bought in the stream. */
const bought = ({ market, currency, product, price, quantity = 1, delivered, promised, order, shipping }) => ({
  market,
  order: {
    id: order,
    day: DAY,
    ...(delivered ? { delivered } : {}),
    ...(promised ? { promised } : {}),
    currency,
    lines: [{ id: '1', product, quantity, price }],
    ...(shipping ? { shipping: { paid: shipping } } : {}),
  },
})
const opened = (as, { buyer, asked, borne = false, ...sold }) => ({
  do: 'case.open',
  by: '白榆',
  as,
  input: {
    ...bought(sold),
    case: asked,
    buyer,
    project: 'southeast-asia-beauty-home',
    product: sold.product,
    ...(borne ? { supplier: QUALITY_CLAUSE } : {}),
  },
})
const on = (name, command, by, input = {}) => ({ do: `case.${command}`, by, params: { case: `$${name}` }, input })
const line = (condition) => [{ line: '1', quantity: 1, condition }]

const RULES = [
  {
    do: 'management-rule.publish',
    by: '林若谷',
    as: 'selection-rule',
    input: {
      id: 'selection',
      title: '直播选品管理制度',
      text: [
        '一、未通过方案、供应商、产品、合作四道关口的产品，不得排入直播。',
        '二、样品须封样并登记封样号；大货与封样不符的，质量负责人有权当场下架。',
        '三、法定要求不可豁免；非法定要求的豁免须写明理由，由另一人批准，并有到期日。',
        '四、供应商变更收款账户，须经另一人以原有联系电话核实。',
        '五、直播后三十日内回流订单、退货与评价，登记改进措施并跟踪到见效。',
      ].join('\n'),
      acknowledges: { roles: ['selection', 'quality', 'live-control', 'sourcing'] },
      questions: [
        {
          question: '大货与封样不符，谁有权当场下架？',
          answers: ['主播', '质量负责人', '供应商'],
          right: 1,
        },
        {
          question: '法定要求能否豁免？',
          answers: ['经两人批准可以', '不可以'],
          right: 1,
        },
      ],
    },
  },
  ...['邱禾', '顾立', '何佳宁'].map((by) => acknowledged('$selection-rule', by, [1, 1])),
  {
    do: 'management-rule.publish',
    by: '林若谷',
    as: 'host-rule',
    input: {
      id: 'host-words',
      title: '主播用语守则',
      text: [
        '一、只讲话术卡上有依据的宣称；没有依据的话，不讲。',
        '二、不用“最”“第一”“全网最低价”等绝对化用语，不宣称疗效。',
        '三、价格只讲本场实际成交条件，划线价须有依据。',
        '四、说错了当场更正，由中控登记。',
      ].join('\n'),
      acknowledges: { roles: ['host'] },
      questions: [
        {
          question: '观众问“是不是全网最低价”，应当怎样回答？',
          answers: ['说“是”', '只讲本场的价格与条件', '不理会'],
          right: 1,
        },
      ],
    },
  },
  acknowledged('$host-rule', '沈知夏', [1]),
  {
    do: 'management-rule.record-breach',
    by: '江一帆',
    as: 'breach',
    params: { rule: '$host-rule' },
    input: {
      person: '沈知夏',
      what: '彩排时脱稿说护手霜“全网最低价”，该产品因此未上播',
      measure: '重学守则并重做小测；下场前由中控逐句核对话术',
    },
  },
  {
    do: 'breach.appeal',
    by: '沈知夏',
    params: { breach: '$breach' },
    input: { reason: '话术卡由供应商提供，彩排前没有人告诉我这一句没有依据' },
  },
]

function acknowledged(rule, by, answers) {
  return { do: 'management-rule.acknowledge', by, params: { rule }, input: { version: 1, answers } }
}

const RESULTS = [
  { do: 'results.import', by: '白榆', params: { project: 'southeast-asia-beauty-home' }, csv: 'orders.csv' },
  { do: 'results.import', by: '白榆', params: { project: 'southeast-asia-beauty-home' }, csv: 'counts.csv' },
]

const CASES = [
  // leaked, back, paid by two persons, borne by the supplier
  opened('leaked', {
    market: 'th',
    currency: 'THB',
    product: 'QY-103',
    price: '679.00',
    delivered: '2026-06-09',
    order: 'NY101120',
    buyer: { name: 'Example Buyer One', email: 'buyer-one@mail.example' },
    borne: true,
    asked: {
      kind: 'not-as-described',
      requested: '2026-06-10',
      lines: line('opened'),
      reason: '内盖松动，膏体漏出，实收不足 50 克',
      wants: 'refund',
    },
  }),
  on('leaked', 'decide', '白榆'),
  on('leaked', 'receive-goods', '顾立', { day: '2026-06-13', lines: line('opened') }),
  on('leaked', 'refund', '白榆', { reference: 'RF-TH-0001' }),
  on('leaked', 'refund', '何佳宁', { reference: 'RF-TH-0001' }),
  on('leaked', 'record-recovery', '何佳宁', { amount: '679.00', reference: '结算单抵扣' }),
  on('leaked', 'close', '白榆', { outcome: 'refunded' }),
  // the same fault: refunded, the supplier has still to pay
  opened('leaked-too', {
    market: 'my',
    currency: 'MYR',
    product: 'QY-103',
    price: '85.90',
    delivered: '2026-06-09',
    order: 'NY101126',
    buyer: { name: 'Example Buyer Two', phone: '+60 12 000 0002' },
    borne: true,
    asked: {
      kind: 'not-as-described',
      requested: '2026-06-11',
      lines: line('opened'),
      reason: '收到时外盒有油渍，内盖没有压紧',
      wants: 'refund',
    },
  }),
  on('leaked-too', 'decide', '白榆'),
  on('leaked-too', 'receive-goods', '白榆', { day: '2026-06-13', lines: line('opened') }),
  on('leaked-too', 'refund', '白榆', { reference: 'RF-MY-0002' }),
  on('leaked-too', 'refund', '何佳宁', { reference: 'RF-MY-0002' }),
  // within the days of the shop: one person has asked to pay, another has to confirm
  opened('changed-mind', {
    market: 'sg',
    currency: 'SGD',
    product: 'TG-902',
    price: '24.90',
    delivered: '2026-06-08',
    order: 'NY101650',
    shipping: '2.50',
    buyer: { name: 'Example Buyer Three', email: 'buyer-three@mail.example' },
    asked: { kind: 'withdrawal', requested: '2026-06-11', lines: line('unopened'), reason: '买多了' },
  }),
  on('changed-mind', 'decide', '白榆'),
  on('changed-mind', 'receive-goods', '白榆', { day: '2026-06-13', lines: line('unopened') }),
  on('changed-mind', 'refund', '白榆', { reference: 'RF-SG-0003' }),
  // a defect to be mended
  opened('hair-dryer', {
    market: 'my',
    currency: 'MYR',
    product: 'XL-114',
    price: '102.90',
    delivered: '2026-06-10',
    order: 'NY101801',
    buyer: { name: 'Example Buyer Four', email: 'buyer-four@mail.example' },
    borne: true,
    asked: {
      kind: 'defect',
      requested: '2026-06-12',
      lines: line('used'),
      reason: '第二挡没有热风',
      wants: 'replace',
      replacement: { available: true },
    },
  }),
  on('hair-dryer', 'decide', '白榆'),
  // opened for hygiene, no fault told: refused, with its reason
  opened('opened-serum', {
    market: 'sg',
    currency: 'SGD',
    product: 'QY-102',
    price: '26.90',
    delivered: '2026-06-08',
    order: 'NY101391',
    buyer: { name: 'Example Buyer Five', email: 'buyer-five@mail.example' },
    asked: { kind: 'withdrawal', requested: '2026-06-12', lines: line('used'), reason: '不喜欢气味' },
  }),
  on('opened-serum', 'decide', '白榆'),
  // just in: nobody has decided yet
  opened('late', {
    market: 'my',
    currency: 'MYR',
    product: 'RB-302',
    price: '48.90',
    promised: '2026-06-09',
    order: 'NY101880',
    buyer: { name: 'Example Buyer Six', phone: '+60 12 000 0006' },
    asked: { kind: 'late', requested: '2026-06-13', reason: '说三天送到，一周了还没有收到' },
  }),
]

const QUALITY = [
  {
    do: 'nonconformity.open',
    by: '白榆',
    as: 'lid',
    params: { project: 'southeast-asia-beauty-home', product: 'QY-103' },
    input: { class: 'major', what: '燕麦面霜内盖松动渗漏：118 单中退货 21 单，其中 5 单称实收不足 50 克' },
  },
  {
    do: 'nonconformity.take-step',
    by: '顾立',
    params: { nonconformity: '$lid' },
    input: { step: 'containment', what: '仓内余货 86 件隔离，停止发货；已通知买家与供应商，未签收的 12 单改发' },
  },
  {
    do: 'alert.acknowledge',
    by: '顾立',
    params: { alert: { indicator: 'not-as-described-rate', product: 'QY-103' } },
  },
  {
    do: 'alert.close',
    by: '白榆',
    params: { alert: { indicator: 'late-delivery-rate', product: 'RB-302' } },
    input: { reason: '巴生港清关晚两天，14 单迟发；已改由第二承运商，并向买家说明新的送达日' },
  },
]

const SUGGESTIONS = [
  {
    do: 'suggestion.make',
    by: '白榆',
    as: 'seal-ring',
    params: { project: 'southeast-asia-beauty-home' },
    input: {
      about: 'product',
      what: '燕麦面霜换用带密封圈的内盖，换好之前不再排入',
      why: '退货 21 单中多数说内盖漏，其他面霜没有这个问题',
      indicator: 'return-rate',
      product: 'QY-103',
    },
  },
  {
    do: 'suggestion.decide',
    by: '邱禾',
    params: { suggestion: '$seal-ring' },
    input: { decision: 'accepted', reason: '数据清楚，费用由供应商承担', owner: '何佳宁', due: '2026-06-28' },
  },
  {
    do: 'suggestion.make',
    by: '顾立',
    as: 'second-carrier',
    params: { project: 'southeast-asia-beauty-home' },
    input: {
      about: 'service',
      what: '发往马来西亚的货分两家承运，下单页写明预计送达日',
      why: '迟发 48 单中 14 单集中在一个产品，同一承运商',
      indicator: 'late-delivery-rate',
    },
  },
  {
    do: 'suggestion.make',
    by: '沈知夏',
    as: 'more-images',
    params: { project: 'southeast-asia-beauty-home' },
    input: {
      about: 'script',
      what: '形象款不再连讲两遍，时间让给上身试用',
      why: '观众在第二遍时离开',
      indicator: 'low-rating-share',
    },
  },
  {
    do: 'suggestion.decide',
    by: '邱禾',
    params: { suggestion: '$more-images' },
    input: { decision: 'rejected', reason: '没有观看时长的数据可以证明，下场先记录再议' },
  },
]

/** Steps in the order they are taken; `$name` stands for the record an earlier step made. */
export const afterStream = { stream: DAY, steps: [...RULES, ...RESULTS, ...CASES, ...QUALITY, ...SUGGESTIONS] }
