import { reasonsOf } from '../../kernel/reason.ts'

export const because = reasonsOf({
  'least-above-most': { zh: '至少 {{least}}，却至多 {{max}}', en: 'at least {{least}} but at most {{max}}' },
  'bands-must-rise': { zh: '各档上限须逐档递增', en: 'bands must rise' },
  'slots-or-share': { zh: '位次数与占比请二选一', en: 'give either slots or share' },
  'not-among-candidates': { zh: '候选中没有产品“{{id}}”', en: 'there is no product "{{id}}" among the candidates' },
  'no-slot': { zh: '没有第 {{slot}} 位', en: 'there is no slot {{slot}}' },
  'band-without-end': { zh: '只有最后一档可以不设上限', en: 'only the last band may go without up-to' },
  'phases-slots-differ': {
    zh: '各环节合计 {{fixed}} 位，而直播共 {{slots}} 位',
    en: 'the phases have {{fixed}} slots, the stream {{slots}}',
  },
  'one-currency': {
    zh: '价格与毛利须统一为 {{currency}}，请先换算',
    en: 'prices and margins must be in one currency, {{currency}}; convert them first',
  },
  'wanted-and-excluded': {
    zh: '产品“{{id}}”既要求入选又被排除，请保留一项',
    en: 'product "{{id}}" is both wanted and excluded; take it off one list',
  },
  'product-locked-twice': { zh: '产品“{{product}}”被锁定两次', en: 'product "{{product}}" is locked twice' },
  'role-given-twice': { zh: '同一角色出现两次', en: 'a role is given twice' },
  'slot-beyond-last': {
    zh: '第 {{slot}} 位超出最后一位（第 {{slots}} 位）',
    en: 'slot {{slot}} is beyond the last, {{slots}}',
  },
  'slot-locked': { zh: '第 {{slot}} 位已锁定', en: 'slot {{slot}} is locked' },
  'slot-locked-twice': { zh: '第 {{slot}} 位被锁定两次', en: 'slot {{slot}} is locked twice' },
  'scores-below-zero': {
    zh: '主题契合度、分钟数与分数须为不小于零的数',
    en: 'theme fit, minutes and scores are numbers of zero or more',
  },
  'candidates-alike': { zh: '有两个候选编号相同', en: 'two candidates have one id' },
  'phases-alike': { zh: '有两个环节编号相同', en: 'two phases have one id' },
  'units-not-whole': { zh: '件数、库存与金额须为整数', en: 'units, stock and amounts are whole numbers' },
  'product-in-two-slots': {
    zh: '{{product}} 将同时占第 {{first}} 位和第 {{slot}} 位',
    en: '{{product}} would stand in slots {{first}} and {{slot}}',
  },
})
