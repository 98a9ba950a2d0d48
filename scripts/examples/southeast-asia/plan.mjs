export const DAY = '2026-06-06'
export const MARKETS = ['sg', 'my', 'th']

const VERSIONS = [
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
]

/** Waivers: one that works, one that lapsed before the stream, one asked and granted by the same person, one of a statutory block. */
const WAIVERS = [
  {
    check: 'offer.contract.compliant',
    rule: 'contract.bank.change-control',
    subject: 'OFFER-TG-906',
    reason: '自有品牌，收款账户由集团财务统一管控，变更流程见集团制度',
    'asked-by': '邱禾',
    'granted-by': '林若谷',
    until: '2026-07-01',
  },
  {
    check: 'product.matches-seal',
    subject: 'TR-806',
    reason: '首批藤编克重偏差可接受，五月底前换批',
    'asked-by': '顾立',
    'granted-by': '林若谷',
    until: '2026-06-01',
  },
  {
    check: 'offer.contract.compliant',
    subject: 'OFFER-HW-708',
    reason: '供应商坚持使用自己的合同模板',
    'asked-by': '邱禾',
    'granted-by': '邱禾',
    until: '2026-07-01',
  },
  {
    check: 'product.certificate.covers',
    subject: 'QY-109',
    market: 'sg',
    reason: '换证申请已递交，预计两周内批复',
    'asked-by': '邱禾',
    'granted-by': '林若谷',
    until: '2026-07-01',
  },
]

const SCRIPTS = [
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
]

/** Counts that came back from the stream. */
const RESULTS = {
  orders: 2412,
  returns: 96,
  'not-as-described': 7,
  complaints: 9,
  ratings: 860,
  'low-ratings': 21,
  'late-deliveries': 48,
  'safety-incidents': 0,
}

const rate = (to, value) => ({ from: 'SGD', to, rate: value, day: '2026-05-29', source: '示例汇率，非真实牌价' })

/** The plan; as a draft its second version awaits approval and nothing has come back from a stream yet. */
export const planOf = (law, { draft = false } = {}) => ({
  id: draft ? 'southeast-asia-draft' : 'southeast-asia-beauty-home',
  name: draft ? '南洋日常 · 首场（草案）' : '南洋日常 · 首场',
  theme: '南洋日常：美妆护肤与居家好物',
  markets: MARKETS,
  date: DAY,
  language: 'zh',
  slots: draft ? 6 : 24,
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
  // a product that is not released costs more points than it can earn
  ...(draft
    ? {}
    : {
        lineup: {
          'minutes-per-slot': 6,
          'must-have': ['QY-101'],
          limits: { supplier: { max: 0.25, firm: false } },
          weights: { provisional: 3000 },
        },
      }),
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
  'contract-requirements': [
    'fx.day',
    'insurance.product-liability',
    'audit.right',
    'samples.custody',
    'service.training',
    'risk.force-majeure',
    'confidentiality.mutual',
  ],
  versions: draft ? VERSIONS.map(({ approved, ...v }) => (v.version === 1 ? { ...v, approved } : v)) : VERSIONS,
  waivers: draft ? [] : WAIVERS,
  holds: [{ product: 'HW-707', reason: '两名试用者反映旋转头松动，待复检', by: '顾立', from: '2026-06-01' }],
  scripts: SCRIPTS,
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
  ...(draft ? {} : { results: RESULTS }),
  rates: [rate('MYR', '3.30'), rate('THB', '25.50'), rate('CNY', '5.60'), rate('VND', '20500')],
  confirmed: Object.fromEntries(law.duties.map((name) => [name, { by: '林若谷', on: '2026-05-20' }])),
})
