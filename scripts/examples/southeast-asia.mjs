import { folderAt, table } from './folder.mjs'
import { lawOf } from './law.mjs'
import { COLUMNS, candidate, listingRow, writeParts } from './project.mjs'
import { BEAUTY } from './southeast-asia-beauty.mjs'
import { HOME } from './southeast-asia-home.mjs'
import { SUPPLIERS } from './southeast-asia-suppliers.mjs'

const DAY = '2026-06-06'
const MARKETS = ['sg', 'my', 'th']
const REQUIRED = [
  'fx.day',
  'insurance.product-liability',
  'audit.right',
  'samples.custody',
  'service.training',
  'risk.force-majeure',
  'confidentiality.mutual',
]
/** One Singapore dollar in the currencies of the listings, rounded and made up. */
const PER_SGD = { SGD: 1, MYR: 3.3, THB: 25.5, CNY: 5.6, VND: 20500 }
const HEADER = [
  '商品编码',
  '商品名称',
  '商品描述',
  '售价',
  '划线价',
  '币种',
  '品牌',
  '店铺名称',
  '类目',
  '条形码',
  '型号',
  '产地',
  '海关编码',
  '净重',
  '库存',
  '销量',
  '评分',
  '评论数',
  '图片',
  '商品链接',
]

/** Writes examples/southeast-asia-beauty-home. */
export function writeSoutheastAsia(root) {
  const folder = folderAt(root)
  const law = lawOf(MARKETS, DAY)
  const products = table(`${BEAUTY}${HOME}`, COLUMNS).map((row, i) =>
    candidate(row, i, { suppliers: SUPPLIERS, currency: 'SGD' }),
  )
  const local = (n, currency) =>
    currency === 'VND' ? Math.round((n * PER_SGD.VND) / 1000) * 1000 : (n * PER_SGD[currency]).toFixed(2)
  folder.csv('products.csv', [
    HEADER,
    ...products.map((p) => listingRow(p, local)),
    // a row without a title is refused with its reason
    ['ZZ-999', '', '没有名称的一行', '9.90', '', 'SGD'],
  ])
  writeParts(
    folder,
    {
      suppliers: SUPPLIERS,
      products,
      law,
      day: DAY,
      markets: MARKETS,
      note: '# 虚构示例。Made-up example, written by scripts/make-examples.mjs.',
      offers: {
        prices: (n) => ({
          sg: { amount: n.toFixed(2), currency: 'SGD' },
          my: { amount: (n * PER_SGD.MYR).toFixed(2), currency: 'MYR' },
          th: { amount: Math.round(n * PER_SGD.THB).toFixed(2), currency: 'THB' },
        }),
        law: 'cn',
        language: 'zh',
        required: REQUIRED,
        returnDays: 15,
        channel: '南洋日常直播间',
        warehouse: '0 Example Road, Singapore / Jalan Contoh, Shah Alam / Soi Example, Bangkok',
      },
      plan: {
        id: 'southeast-asia-beauty-home',
        name: '南洋日常 · 六月场',
        theme: '南洋日常：美妆护肤与居家好物',
        markets: MARKETS,
        date: DAY,
        language: 'zh',
        slots: 24,
        time: '20:00',
        'time-zone': 'Asia/Singapore',
        platform: '示例直播平台',
        channel: '南洋日常直播间',
        host: { name: '沈知夏', born: '1994-03-12', verified: true },
        audience: '新马泰 22–40 岁女性，租房与新婚家庭',
        currency: 'SGD',
        budget: { amount: '18000', currency: 'SGD' },
        goals: { gmv: '60000', orders: 2600, followers: 1500 },
        'theme-classes': [
          'cosmetics',
          'beauty-tools',
          'candle-fragrance',
          'household',
          'home-decor',
          'home-textile',
          'food-contact',
          'lighting',
          'home-appliance',
          'personal-care-appliance',
        ],
        'forbidden-classes': ['tobacco-vape', 'alcohol', 'medicine', 'food-supplement'],
        'role-mix': { traffic: { min: 0.1, max: 0.25 }, welfare: { min: 0.05, max: 0.2 } },
        lineup: { 'must-have': ['QY-101'], limits: { supplier: { max: 0.25, firm: false } } },
        channels: [
          { id: 'fair-gz', kind: 'fair', name: '广州示例交易会' },
          { id: 'fair-bkk', kind: 'fair', name: '曼谷示例美妆展' },
          { id: 'portal', kind: 'supplier-portal', name: '供应商自荐' },
          { id: 'referral', kind: 'referral', name: '老客户推荐' },
          { id: 'b2b-site', kind: 'b2b-site', name: '示例批发网' },
          { id: 'own-brand', kind: 'own-brand', name: '自有品牌' },
          { id: 'data-tool', kind: 'data-tool', name: '示例选品数据工具' },
        ],
        'qualification-tightening': { 'min-score': '0.80', 'screening-days': 60 },
        'contract-requirements': REQUIRED,
        versions: [
          {
            version: 1,
            author: '邱禾',
            at: '2026-04-08T09:00:00Z',
            approved: { by: '林若谷', at: '2026-04-10T03:00:00Z' },
          },
          {
            version: 2,
            author: '邱禾',
            at: '2026-05-12T09:00:00Z',
            changes: ['增加泰国市场', '禁选膳食补充剂'],
            approved: { by: '林若谷', at: '2026-05-13T02:30:00Z', remark: '同意，泰文标签逐件核对' },
          },
        ],
        waivers: [
          {
            check: 'offer.contract.compliant',
            rule: 'contract.quality.sealed-sample',
            subject: 'OFFER-TG-906',
            reason: '自有品牌，封样由同一质检员保管，合同附件另行约定',
            'asked-by': '邱禾',
            'granted-by': '林若谷',
            until: '2026-07-01',
          },
        ],
        holds: [{ product: 'HW-707', reason: '两名试用者反映旋转头松动，待复检', by: '顾立', from: '2026-06-01' }],
        scripts: [
          {
            product: 'QY-101',
            language: 'zh',
            text: '这款爽肤水是一百五十毫升的玻璃瓶，洗完脸拍一拍就好，中英文说明都在盒里。',
          },
          {
            product: 'TG-901',
            language: 'en',
            text: 'Glass bottle, silicone sleeve, half a litre. Take the lid off before the microwave.',
          },
          { product: 'QY-107', language: 'zh', text: '这是全网最低价的护手霜，三天根治手部干裂。' },
        ],
        'management-rules': [
          {
            id: '直播选品管理制度',
            version: 3,
            published: '2026-01-15',
            'must-acknowledge': ['沈知夏', '邱禾', '顾立', '林若谷'],
            acknowledged: ['沈知夏', '邱禾', '顾立', '林若谷'],
          },
          {
            id: '主播用语守则',
            version: 2,
            published: '2026-02-20',
            'must-acknowledge': ['沈知夏'],
            acknowledged: ['沈知夏'],
          },
        ],
        'retention-years': 5,
        results: {
          orders: 2412,
          returns: 96,
          'not-as-described': 7,
          complaints: 9,
          ratings: 860,
          'low-ratings': 21,
          'late-deliveries': 48,
          'safety-incidents': 0,
        },
        rates: [
          { from: 'SGD', to: 'MYR', rate: '3.30', day: '2026-05-29', source: '示例汇率，非真实牌价' },
          { from: 'SGD', to: 'THB', rate: '25.50', day: '2026-05-29', source: '示例汇率，非真实牌价' },
          { from: 'SGD', to: 'CNY', rate: '5.60', day: '2026-05-29', source: '示例汇率，非真实牌价' },
          { from: 'SGD', to: 'VND', rate: '20500', day: '2026-05-29', source: '示例汇率，非真实牌价' },
        ],
        confirmed: Object.fromEntries(law.duties.map((name) => [name, { by: '林若谷', on: '2026-05-20' }])),
      },
    },
    HEADER,
  )
}
