export const DAY = '2026-10-08'
export const MARKETS = ['de']

const VERSIONS = [
  {
    version: 1,
    author: 'Jonas Brandt',
    at: '2026-08-03T09:00:00Z',
    approved: { by: 'Helene Castell', at: '2026-08-05T13:00:00Z' },
  },
  {
    version: 2,
    author: 'Jonas Brandt',
    at: '2026-09-01T09:00:00Z',
    changes: ['desk lighting added', 'withdrawal function of 19 June 2026 confirmed'],
    approved: { by: 'Helene Castell', at: '2026-09-02T10:30:00Z', remark: 'German labels are checked piece by piece' },
  },
]

/** Waivers: one that works, one that lapsed before the stream, one asked for and not granted. */
const WAIVERS = [
  {
    check: 'offer.contract.compliant',
    rule: 'contract.bank.change-control',
    subject: 'OFFER-KH-38',
    reason: 'Own brand: the payee account is kept by the treasury of the group, whose rules cover changes',
    'asked-by': 'Jonas Brandt',
    'granted-by': 'Helene Castell',
    until: '2026-12-31',
  },
  {
    check: 'product.matches-seal',
    subject: 'TV-17',
    reason: 'Lighter tripod accepted for the first lot, to be replaced in September',
    'asked-by': 'Tobias Kern',
    'granted-by': 'Helene Castell',
    until: '2026-10-01',
  },
  {
    check: 'lot.accepted',
    subject: 'PH-46',
    reason: 'The lot arrives two days before the stream; asked for, not granted yet',
    'asked-by': 'Jonas Brandt',
    until: '2026-10-31',
  },
]

/** The plan; as a draft its author approved it alone and its records are kept too short a time. */
export const planOf = (law, { draft = false } = {}) => ({
  id: draft ? 'germany-draft' : 'germany-electronics',
  name: draft ? 'Everyday electronics, first stream (draft)' : 'Everyday electronics, first stream',
  theme: 'Everyday electronics: sound, power, desk and light',
  markets: MARKETS,
  date: DAY,
  language: 'en',
  slots: draft ? 6 : 16,
  time: '19:00',
  'time-zone': 'Europe/Berlin',
  platform: 'Example live platform',
  channel: 'Alltagstechnik live',
  host: { name: 'Mara Lindner', born: '1991-07-04', verified: true },
  audience: 'People of 20 to 50 in Germany who work at a desk at home',
  currency: 'EUR',
  budget: { amount: '22000', currency: 'EUR' },
  goals: { gmv: '80000', orders: 2200, followers: 900 },
  'theme-classes': ['audio-video', 'battery-power', 'electronics-accessory', 'phone-case', 'computer', 'lighting'],
  'forbidden-classes': ['tobacco-vape', 'alcohol', 'medicine', 'knives-weapons'],
  'role-mix': { traffic: { min: 0.1, max: 0.25 }, welfare: { min: 0.05, max: 0.2 } },
  ...(draft
    ? {}
    : {
        lineup: {
          'minutes-per-slot': 8,
          'must-have': ['TV-11', 'LF-21', 'KH-38'],
          limits: { supplier: { max: 0.35, firm: false } },
        },
      }),
  channels: [
    { id: 'fair-hk', kind: 'fair', name: 'Example electronics fair' },
    { id: 'portal', kind: 'supplier-portal', name: 'Suppliers who signed up themselves' },
    { id: 'own-brand', kind: 'own-brand', name: 'Own brand' },
    { id: 'b2b-site', kind: 'b2b-site', name: 'Example wholesale site' },
    { id: 'referral', kind: 'referral', name: 'Recommended by customers' },
    { id: 'data-tool', kind: 'data-tool', name: 'Example selection tool' },
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
  versions: draft ? VERSIONS.slice(0, 1).map((v) => ({ ...v, approved: { ...v.approved, by: v.author } })) : VERSIONS,
  waivers: draft ? [] : WAIVERS,
  holds: [
    {
      product: 'PH-47',
      reason: 'Two testers report keys that stick; to be tested again',
      by: 'Tobias Kern',
      from: DAY,
    },
    { product: 'LF-23', reason: 'Fuse type queried', by: 'Tobias Kern', from: '2026-08-20', until: '2026-09-05' },
  ],
  scripts: [
    { product: 'TV-11', language: 'de', text: 'Ein Kopfhörer mit Bügel, er lässt sich falten, der Beutel liegt bei.' },
    { product: 'KH-36', language: 'de', text: 'Das beste HDMI-Kabel der Welt, garantiert ohne Verlust.' },
  ],
  'management-rules': [
    {
      id: 'Rules of product selection',
      version: 4,
      published: '2026-02-02',
      'must-acknowledge': ['Mara Lindner', 'Jonas Brandt', 'Tobias Kern', 'Helene Castell'],
      acknowledged: ['Mara Lindner', 'Jonas Brandt', 'Tobias Kern', 'Helene Castell'],
    },
    {
      id: 'What a host may say',
      version: 2,
      published: '2026-03-16',
      'must-acknowledge': ['Mara Lindner'],
      acknowledged: ['Mara Lindner'],
    },
  ],
  'retention-years': draft ? 2 : 10,
  rates: [
    { from: 'EUR', to: 'USD', rate: '1.15', day: '2026-10-01', source: 'example rate, not a real one' },
    { from: 'EUR', to: 'CNY', rate: '8.10', day: '2026-10-01', source: 'example rate, not a real one' },
  ],
  confirmed: Object.fromEntries(law.duties.map((name) => [name, { by: 'Helene Castell', on: '2026-09-21' }])),
})
