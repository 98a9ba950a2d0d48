import { reasonsOf } from '@haixuan/domain/kernel/reason'

export const because = reasonsOf({
  'acceptance-not-stopped': { zh: '并未暂停接收', en: 'acceptance is not stopped' },
  'acceptance-stopped': {
    zh: '加严检验下多批被拒，已暂停接收 {{supplier}} 的 {{class}}',
    en: 'acceptance of {{class}} from {{supplier}} is stopped after lots refused under tightened inspection',
  },
  'alert-closed': { zh: '预警已关闭', en: 'the alert is closed' },
  'first-sample-found': { zh: '第一样本的不合格数为 {{found}}', en: 'the first sample had {{found}}' },
  'lineup-not-released': { zh: '排品尚未放行', en: 'the lineup is not released' },
  'lot-exists': { zh: '批次 {{id}}', en: 'lot {{id}}' },
  'lot-judged': { zh: '批次 {{id}} 已判为“{{verdict}}”', en: 'lot {{id}} is {{verdict}}' },
  'no-lot': { zh: '产品 {{product}} 的批次 {{lot}}', en: 'lot {{lot}} of {{product}}' },
  'lot-not-refused': { zh: '批次 {{id}} 未被拒收', en: 'lot {{id}} was not refused' },
  'lot-resubmitted': { zh: '批次 {{id}} 已再次送检', en: 'lot {{id}} was put up again' },
  'lot-put-up-otherwise': { zh: '批次送检时为 {{before}}', en: 'the lot was put up with {{before}}' },
  'inspection-too-lenient': {
    zh: '按 {{supplier}} 此前各批结果，须采用{{least}}检验',
    en: 'the lots of {{supplier}} so far ask for {{least}} inspection',
  },
  'lot-units-missing': { zh: '批次未经送检，请填写此项', en: 'is needed for a lot that was not put up' },
  'no-lot-of-product': { zh: '{{id}} 不是本产品的批次', en: '{{id}} is no lot of this product' },
  'no-product-left': { zh: '没有可上播的产品', en: 'no product is left that may go on air' },
  'no-such-goods': { zh: '没有任何项目的产品属于此类商品', en: 'no product of any project is these goods' },
  'nonconformity-open': { zh: '本批次有未关闭的不合格项', en: 'a nonconformity of this lot is open' },
  'not-in-stream': { zh: '{{product}} 不在本场直播中', en: '{{product}} is not in this stream' },
  'gates-not-passed': { zh: '{{instead}} 未通过全部关口', en: '{{instead}} has not passed every gate' },
  'been-on-air': { zh: '项目 {{project}} 已开播过', en: 'project {{project}} has been on air' },
  'not-on-air': { zh: '项目 {{project}} 不在直播中', en: 'project {{project}} is not on air' },
  'recall-second-person': {
    zh: '召回只关闭一次，且由发起人以外的人关闭',
    en: 'a recall is closed once, by someone other than who opened it',
  },
  'stream-over': { zh: '直播已结束', en: 'the stream is over' },
  'step-not-of-supplier': { zh: '供应商不能进行“{{step}}”这一步', en: 'a supplier does not take the step {{step}}' },
})
