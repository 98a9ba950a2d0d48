import { reasonsOf } from '@haixuan/domain/kernel/reason'

export const because = reasonsOf({
  'margin-not-for-suppliers': { zh: '毛利不向供应商提供', en: 'the margin is not for suppliers' },
  'filter-not-for-suppliers': {
    zh: '此筛选涉及本组织自己的核算，不向供应商提供',
    en: 'this filter is of what the house reckons for itself, and not for suppliers',
  },
  'list-withdrawal-asked': { zh: '{{by}} 已提请停用', en: '{{by}} has asked for it already' },
  'list-withdrawn-already': { zh: '该名单已停用', en: 'the list is withdrawn already' },
  'list-withdrawal-not-asked': { zh: '没有人提请停用该名单', en: 'nobody has asked for the list to be withdrawn' },
  'iban-not-valid': { zh: '账号不是有效的 IBAN：{{says}}', en: 'the account is no valid IBAN: {{says}}' },
  'account-second-person': {
    zh: '账号须由此前登记或核实者以外的人核实',
    en: 'an account is verified by someone other than who recorded or verified it before',
  },
  'statement-agreed': { zh: '结算单已确认', en: 'it is agreed already' },
  'named-file-content-gone': { zh: '{{name}} 的内容已不存在', en: 'the bytes of {{name}} are gone' },
  'deviation-second-person': {
    zh: '偏离须由申请人以外的人批准',
    en: 'a deviation is approved by someone other than who asked for it',
  },
  'list-day-missing': {
    zh: '文件未注明日期，请填写名单日期',
    en: 'the file does not name its day; say of which day the list is',
  },
  'several-lists': {
    zh: '文件分属不同名单，请每次启用一份',
    en: 'the files are of more than one list; adopt one list at a time',
  },
  'ends-before-issued': { zh: '有效至早于签发日，请核对', en: 'it ends before it was issued; look at both days again' },
  'inspection-exists': {
    zh: '已有按 {{template}} 于 {{day}} 进行的考察',
    en: 'an inspection by {{template}} on {{day}} is on record',
  },
  'inspection-in-future': { zh: '考察日不能晚于今天', en: 'an inspection is not to come' },
  'lineup-released': { zh: '排品已放行', en: 'the lineup is released already' },
  'lineup-second-person': {
    zh: '排品须由未参与编排的人放行',
    en: 'a lineup is released by someone who had no hand in it',
  },
  'list-day-in-future': { zh: '名单日期不能晚于今天', en: 'a list is not of a day to come' },
  'price-currency-missing': { zh: '请指明价格的币种', en: 'name the currency of the price' },
  'no-account-in-use': { zh: '没有使用中的账号 {{number}}', en: 'no account {{number}} in use' },
  'not-candidate': {
    zh: '{{product}} 不是排品的候选，请重新排品',
    en: '{{product}} is no candidate of the lineup; propose it again',
  },
  'currency-unknown': { zh: '没有币种“{{currency}}”', en: '"{{currency}}" is no currency' },
  'no-deviation-asked': { zh: '没有偏离 {{clause}} 的申请', en: 'no deviation from {{clause}} is asked for' },
  'no-hit-awaiting': { zh: '名单 {{list}} 上没有待认定的命中', en: 'no hit on list {{list}} awaits a decision' },
  'map-not-json': { zh: '不是由字段与列名组成的 JSON', en: 'is no JSON of fields and headers' },
  'no-screening-list': { zh: '尚未上传可供筛查的名单', en: 'no list to screen against was uploaded yet' },
  'offer-not-recorded': { zh: '尚无合作条件', en: 'no offer is on record' },
  'no-corrective-action': { zh: '{{item}} 没有待完成的整改', en: 'no open corrective action for {{item}}' },
  'no-sourcing-channel': {
    zh: '方案中没有选品途径“{{id}}”，现有 {{known}}',
    en: '"{{id}}" is no sourcing channel of the plan; its channels are {{known}}',
  },
  'no-statement': { zh: '没有产品 {{product}} 的此张结算单', en: 'no such statement of {{product}}' },
  'no-table': {
    zh: '{{name}} 不是表格，请把清单存为 .xlsx 或 .csv',
    en: '{{name}} is no table; save the list as .xlsx or .csv',
  },
  'no-inspection-template': { zh: '没有考察模板“{{template}}”', en: '"{{template}}" is no template of inspections' },
  'no-restriction-of-mode': {
    zh: '“{{restriction}}”不是配送方式 {{mode}} 的限制',
    en: '{{restriction}} is none of {{mode}}',
  },
  'no-product-class': { zh: '没有品类“{{class}}”', en: '"{{class}}" is not a product class' },
  'until-not-after-from': { zh: '结束日须晚于开始日', en: 'it is not after `from`' },
  'terms-not-json': { zh: '不是 JSON 对象', en: 'not an object in JSON' },
  'not-in-this-mode': { zh: '{{title}}：此配送方式完全不可用', en: '{{title}}: not in this mode at all' },
  'orders-outside-period': {
    zh: '{{outside}} 不在 {{from}} 至 {{until}} 期间',
    en: '{{outside}} are not of {{from}} – {{until}}',
  },
  'substitute-not-passed': {
    zh: '{{substitute}} 已不再通过全部关口',
    en: '{{substitute}} has not passed every gate any more',
  },
  'slots-not-released': { zh: '以下位次不能放行：{{held}}', en: 'not released are the slots {{held}}' },
  'party-number-too-long': {
    zh: '主体编号超过 {{longestnumber}} 个字符',
    en: 'the number of a party is longer than {{longestnumber}} characters',
  },
  'answer-of-supplier': {
    zh: '须由供应商本人的账号答复；由本方登记的条件无需在此确认',
    en: 'the account of the supplier answers; terms that the house records stand without it',
  },
  'terms-other-than-seen': {
    zh: '您查看之后，以下内容已变更：{{parts}}',
    en: 'changed since you saw them: {{parts}}',
  },
  'terms-agreed': {
    zh: '您已于 {{day}} 同意这些条件；如需变更，请联系对方修改条件',
    en: 'you agreed to these terms on {{day}}; to change them, ask the buyer’s side',
  },
  'reason-of-no': { zh: '请写明不同意的理由', en: 'say why you do not agree' },
  'no-contract': { zh: '合作条件中没有合同', en: 'the offer has no contract' },
  'no-payee': { zh: '合作条件中没有收款人', en: 'the offer names nobody who is paid' },
  'payee-second-person': {
    zh: '收款人须由登记人以外的人核实',
    en: 'a payee is verified by someone other than who recorded them',
  },
  'payer-sum-differs': { zh: '付款方所列金额不同', en: 'the payer states another sum' },
  'proposal-second-person': {
    zh: '提议须由提出人以外的人审定',
    en: 'a proposal is judged by someone other than who made it',
  },
  'sample-under-way': { zh: '样品 {{id}} 现为“{{stateOf}}”', en: 'sample {{id}} is {{stateOf}}' },
  'sample-not-requested': { zh: '没有索取过样品 {{id}}', en: 'sample {{id}} was not requested' },
  'call-back-missing': {
    zh: '请写明回拨给谁，以及所用的原有号码',
    en: 'say whom you called back, on which number held before',
  },
  'no-substitute': { zh: '第 {{slot}} 位没有替补', en: 'slot {{slot}} has no substitute' },
  'slot-not-locked': { zh: '第 {{slot}} 位没有锁定', en: 'slot {{slot}} is not locked' },
  'statement-overlaps': {
    zh: '结算单 {{number}} 已覆盖 {{starts}} 至 {{ends}}',
    en: 'statement {{number}} covers {{starts}} until {{ends}}',
  },
  'statement-second-person': {
    zh: '结算单须由编制人以外的人确认',
    en: 'a statement is agreed by someone other than who worked it out',
  },
  'statement-exists': { zh: '产品 {{product}} 的结算单 {{number}}', en: 'statement {{number}} of {{product}}' },
  'market-not-of-stream': { zh: '本场直播不面向 {{market}}', en: 'the stream does not go to {{market}}' },
  'stream-was-on-air': {
    zh: '直播已开播，排品须保持放行时的样子',
    en: 'the stream has been on air: its lineup stays as it was released',
  },
  'stream-slots': { zh: '本场直播共 {{slots}} 位', en: 'the stream has {{slots}} slots' },
  'supplier-exists': { zh: '供应商 {{id}}', en: 'supplier {{id}}' },
  'supplier-in-project': { zh: '项目 {{project}} 的供应商 {{id}}', en: 'supplier {{id}} in project {{project}}' },
  'lineup-without-board': {
    zh: '此排品早于看板功能，请重新排品',
    en: 'this lineup was proposed before boards were kept',
  },
  'no-lineup-version': { zh: '没有第 {{version}} 版排品', en: 'version {{version}} of the lineup' },
  'payee-other': { zh: '收款人为 {{holder}}', en: 'who is paid is {{holder}}' },
})
