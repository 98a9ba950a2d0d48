import { reasonsOf } from '../kernel/reason.ts'

export const because = reasonsOf({
  'quantity-above-left': {
    zh: '申请 {{quantity}} 件，{{quantityB}} 件中仅余 {{quantityA}} 件可退',
    en: '{{quantity}} asked for, {{quantityA}} left of {{quantityB}}',
  },
  'asked-before-order': {
    zh: '申请日 {{requested}} 早于下单日 {{day}}',
    en: 'asked on {{requested}}, before the order of {{day}}',
  },
  'delivered-before-order': { zh: '送达日早于下单日', en: 'delivered before it was ordered' },
  'discount-above-price': { zh: '优惠高于价格', en: 'the discount is above the price' },
  'discounts-above-order': { zh: '优惠合计高于订单金额', en: 'discounts are above the price of the order' },
  'line-named-twice': { zh: '同一行出现两次，请合并数量', en: 'a line is named twice; add its quantities up' },
  'returned-above-bought': { zh: '此前退货数多于购买数', en: 'more returned before than bought' },
  'no-line-of-order': { zh: '订单中没有“{{line}}”这一行', en: '"{{line}}" is not a line of the order' },
  'no-retention-period': { zh: '没有“{{id}}”这一保存期限', en: '"{{id}}" is not a period of keeping' },
  'retention-below-law': { zh: '短于法定的 {{years}} 年', en: 'is shorter than the {{years}} years the law asks for' },
  'order-lines-alike': { zh: '订单中有两行编号相同', en: 'two lines share an id' },
})
