import { describe, expect, it } from 'vitest'
import { read, unmark } from './read-marked.ts'

/** What hosts say on air, the claims marked by a reader. */
const SPOKEN = [
  '家人们，这款面霜[price:全网最低价]，[scarcity:错过今天]再等一年！',
  '[health:三天美白]，[health:七天淡斑]，[endorsement:用过的都说好]。',
  '[absolute:国家级]科技成果，[absolute:世界一流]的工厂。',
  '[scarcity:最后十件]，[scarcity:拍完下架]，[scarcity:手慢无]！',
  '[endorsement:三甲医院][endorsement:医生推荐]，妈妈放心。',
  '[price:史上最低]，[scarcity:仅此一次]。',
  '[price:买一送一]，[price:原价]399，现在99。',
  '[origin:进口原料]，[origin:德国工艺]。',
  '[endorsement:明星同款]，[endorsement:李佳琦推荐]。',
  '[absolute:销量第一]的粉底液，[performance:持妆]十二小时。',
  '[health:减肥]茶，[absolute:百分百有效]。',
  '[eco:可降解]的包装袋。',
]

/** The same claims as sellers write them to slip past a word list. */
const DISGUISED = [
  '[price:全 网 最 低 价]',
  '[price:全.网.最.低.价]',
  '[price:最·低·价]',
  '[price:最*低*价]',
  '[price:最🔥低价]',
  '[price:最❤️低价]',
  '[price:蕞低价]',
  '[price:全網最低價]',
  '[absolute:國家級]的[absolute:銷量第一]',
  '[absolute:第①品牌]',
  '[absolute:ＮＯ．１]面膜',
  '[health:美bai]精华',
  '[absolute:zui好用]的粉底',
  '[health:祛\u200b斑]精华',
]

const HONEST = [
  '这不是最低价，请以页面为准。',
  '本品不能代替药物，不用于治疗疾病。',
  '第一步清洁，第二步保湿，最后请关注直播间。',
  '最低起订量十件，最多可发二十件。',
  '万能遥控器，支持三个品牌的电视。',
  '三折叠伞，伞面直径一米。',
  '该尺码偏小，建议选大一码。',
]

const zh = { languages: ['zh'], market: 'cn' }

describe('claims in Chinese livestreams', () => {
  it.each(SPOKEN)('%s', (marked) => {
    const { text, claims } = unmark(marked)
    expect(read(text, zh)).toEqual(claims)
  })

  it.each(DISGUISED)('sees through %s', (marked) => {
    const { text, claims } = unmark(marked)
    expect(read(text, zh)).toEqual(claims)
  })

  it.each(HONEST)('lets stand: %s', (text) => {
    expect(read(text, zh)).toEqual([])
  })

  it('does not read Japanese as Chinese', () => {
    expect(read('最高級の肌ざわりのタオル')).toEqual([])
  })
})
