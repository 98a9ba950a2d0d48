import { folderAt, table } from '../folder.mjs'
import { lawOf } from '../law.mjs'
import { madeUpList, namesOf } from '../made-up-list.mjs'
import { COLUMNS, candidate, FILES, listingRow, writeRecords } from '../project.mjs'
import { afterStream } from './after-stream.mjs'
import { BEAUTY } from './beauty.mjs'
import { HOME } from './home.mjs'
import { onAir } from './on-air.mjs'
import { DAY, MARKETS, planOf } from './plan.mjs'
import { writeResults } from './results.mjs'
import { LISTED, SUPPLIERS } from './suppliers.mjs'

const NOTE = '# 虚构示例：人物、公司、品牌、号码与价格均为编造。Made-up example, written by scripts/make-examples.mjs.'
const HEADER =
  '商品编码,商品名称,商品描述,售价,划线价,币种,品牌,店铺名称,类目,条形码,型号,产地,海关编码,净重,库存,销量,评分,评论数,图片,商品链接'
const CATEGORY = {
  cosmetics: 'Beauty > Skincare & Make-up',
  'candle-fragrance': 'Home > Home Fragrance',
  'beauty-tools': 'Beauty > Tools',
  household: 'Home > Storage & Organisation',
  'home-textile': 'Home > Textiles',
  'home-decor': 'Home > Decoration',
  'food-contact': 'Home > Kitchen & Dining',
  'home-appliance': 'Home > Appliances',
  lighting: 'Home > Lighting',
  'personal-care-appliance': 'Beauty > Appliances',
}
/** One Singapore dollar in the currencies of the listings, rounded and made up. */
const PER_SGD = { SGD: 1, MYR: 3.3, THB: 25.5, CNY: 5.6, VND: 20500 }
const PEOPLE = {
  selection: '沈知夏',
  sourcing: '何佳宁',
  samples: '邱禾',
  quality: '顾立',
  approver: '林若谷',
  clerk: '陆思远',
  verifiers: ['何佳宁', 'Mei Tan'],
  shelf: '样品室 A 柜',
  remedy: '补齐记录并培训员工',
}

const shown = {
  stranger: 'bazaar-corner-88',
  number: String,
  category: (id) => CATEGORY[id] ?? '',
  price: (n, currency) =>
    currency === 'VND' ? Math.round((n * PER_SGD.VND) / 1000) * 1000 : (n * PER_SGD[currency]).toFixed(2),
}

/** Prices as shops of the market write them: ringgit ending in .90, baht ending in 9. */
const prices = (n) => ({
  sg: { amount: n.toFixed(2), currency: 'SGD' },
  my: { amount: (Math.ceil(n * 3.4) + 0.9).toFixed(2), currency: 'MYR' },
  th: { amount: (Math.ceil((n * 27) / 10) * 10 + 9).toFixed(2), currency: 'THB' },
})

/** Writes examples/southeast-asia-beauty-home. */
export function writeSoutheastAsia(root) {
  const folder = folderAt(root)
  const law = lawOf(MARKETS, DAY)
  const products = table(`${BEAUTY}${HOME}`, COLUMNS).map((row, i) =>
    candidate(row, i, { suppliers: SUPPLIERS, currency: 'SGD', gtinFrom: 1000 }),
  )
  const header = HEADER.split(',')
  const rows = products.map((p) => listingRow(p, shown))
  folder.csv('products.csv', [
    header,
    ...rows,
    // a product that was entered twice, and a row without a title, which is refused with its reason
    rows[4],
    ['ZZ-999', '', '没有名称的一行', '9.90', '', 'SGD'],
  ])
  folder.csv('products-draft.csv', [header, ...rows.filter((_, i) => i % 8 === 0)])
  folder.text('lists/made-up-list.csv', madeUpList(LISTED))
  folder.text('lists/names.csv', namesOf(SUPPLIERS))
  writeRecords(folder, {
    suppliers: SUPPLIERS,
    products,
    law,
    day: DAY,
    markets: MARKETS,
    note: NOTE,
    people: PEOPLE,
    offers: {
      prices,
      law: 'cn',
      language: 'zh',
      required: planOf(law)['contract-requirements'],
      unfair: '本活动最终解释权归主播方所有；坑位费一经支付概不退还。',
      returnDays: 15,
      channel: '南洋日常直播间',
      warehouse: '0 Example Road, Singapore / Jalan Contoh, Shah Alam / Soi Example, Bangkok',
      costs: {
        packaging: 0.15,
        inland: 0.1,
        freight: 0.25,
        freightPerGram: 0.0009,
        warehouse: 0.9,
        return: 0.6,
        floorShare: 0.5,
      },
    },
  })
  folder.yaml('project.yaml', NOTE, { ...planOf(law), files: { products: 'products.csv', ...FILES } })
  writeResults(folder, planOf(law).results)
  folder.yaml('on-air.yaml', NOTE, onAir)
  folder.yaml('after-stream.yaml', NOTE, afterStream)
  folder.yaml('project-draft.yaml', NOTE, {
    ...planOf(law, { draft: true }),
    files: { products: 'products-draft.csv', ...FILES },
  })
}
