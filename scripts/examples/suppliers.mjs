import { addDays } from '@haixuan/domain/kernel/day'
import { requirementsFor } from '@haixuan/domain/select/supplier/qualification'
import { standard } from './law.mjs'

const documentTypes = new Map(standard.documents.documents.map((d) => [d.id, d]))
const templates = new Map(standard.inspections.templates.map((t) => [t.id, t]))
const PEOPLE = { recorded: '陆思远', first: '何佳宁', second: 'Mei Tan', inspector: '顾立', screener: '林若谷' }

/** The record of a made-up supplier that meets the matrix on the day of the stream, but for what `without` names. */
export function supplierRecord(s, { day, folder }) {
  const wanted = requirementsFor(s, s.classes, standard.qualification)
  const without = s.without ?? {}
  const ends = without.expired ?? {}
  const types = [...new Set(wanted.documents.map((d) => d.anyOf[0]))].filter((t) => !without.documents?.includes(t))
  // a local register extract counts as the business licence
  const local = types.some((t) => documentTypes.get(t)?.['counts-as']?.includes('business-licence'))
  const documents = types
    .filter((t) => !(t === 'business-licence' && local))
    .map((type, i) => documentOf(s, type, i, day, ends[type], folder))
  const chosen = [...new Set(wanted.inspections.map((n) => n.anyOf[0]))]
  return {
    id: s.id,
    name: s.name,
    ...(s.names ? { names: s.names } : {}),
    country: s.country,
    kind: s.kind,
    address: s.address,
    representative: s.representative,
    contact: `${s.id.toLowerCase()}@supplier.example`,
    channel: s.channel,
    classes: s.classes,
    numbers: s.numbers,
    documents,
    'beneficial-owners': s.owners.map(([name, share]) => ({ name, country: s.country, share })),
    'bank-accounts': without.bank ? [] : [accountOf(s, day, folder)],
    brands: s.brands.map(([brand, owner, registration]) => ({
      brand,
      owner: owner ?? s.name,
      ...(registration ? { registration } : {}),
    })),
    ...(s.chain ? { authorisations: s.chain.map((link, i) => linkOf(s, link, i, day, folder)) } : {}),
    inspections: without.inspection ? [] : chosen.map((t) => inspectionOf(templates.get(t), s, day)),
    screenings: without.screening ? [] : screeningsOf(s, day),
    ...(without.decision ? {} : { decision: decisionOf(s, day) }),
  }
}

function documentOf(s, type, i, day, expired, folder) {
  const { name, issuer } = documentTypes.get(type)
  const issued = addDays(day, -(210 + 11 * i))
  const expires = expired ? addDays(day, -expired) : addDays(day, 320 + 17 * i)
  const number = `MADE-UP-${s.id}-${String(i + 1).padStart(2, '0')}`
  const evidence = `suppliers/${s.id}/${type}.txt`
  folder.text(
    `evidence/${evidence}`,
    `虚构示例，非真实证件 · A made-up example, not a real document\n\n${name.zh} · ${name.en}\n${number}\n${s.name}\n` +
      `${issuer.zh} · ${issuer.en}\n${issued} – ${expires}\n`,
  )
  return {
    type,
    number,
    issuer: /\p{Script=Han}/u.test(s.name) ? issuer.zh : issuer.en,
    issued: expired ? addDays(expires, -365) : issued,
    expires,
    evidence,
    says: { name: s.name, representative: s.representative },
  }
}

function accountOf(s, day, folder) {
  const evidence = `suppliers/${s.id}/account-letter.txt`
  folder.text(
    `evidence/${evidence}`,
    `虚构示例 · A made-up example\n\n账户证明 · Letter on the account ${s.account}\n户名 · Holder: ${s.name}\n`,
  )
  return {
    holder: s.name,
    bank: s.bank,
    account: s.account,
    country: s.country,
    'recorded-at': addDays(day, -130),
    'recorded-by': PEOPLE.recorded,
    'verified-by': [PEOPLE.first, PEOPLE.second],
    'verified-at': addDays(day, -127),
    'verified-how': 'call-back',
    evidence,
  }
}

function linkOf(s, { brand, from, to, sublicence, territory, expired }, i, day, folder) {
  const evidence = `suppliers/${s.id}/authorisation-${i + 1}.txt`
  folder.text(`evidence/${evidence}`, `虚构示例 · A made-up example\n\n授权书 · Letter: ${brand}\n${from} → ${to}\n`)
  return {
    brand,
    from,
    to,
    territory,
    channels: ['livestream', 'online-shop'],
    'valid-from': addDays(day, -300),
    expires: addDays(day, expired ? -expired : 200),
    ...(sublicence ? { sublicence } : {}),
    evidence,
  }
}

/** Every item scored: mostly full marks, a point less here and there, never on a critical item. */
function inspectionOf(template, s, day) {
  const turn = s.id.charCodeAt(s.id.length - 1)
  return {
    template: template.id,
    day: addDays(day, template.id === 'remote' ? -60 : -95),
    mode: template.modes.includes('on-site') ? 'on-site' : 'remote',
    by: PEOPLE.inspector,
    place: s.address,
    items: template.items.map((item, i) => ({
      id: item.id,
      score: item.max - (!item.critical && (i + turn) % 4 === 0 ? 1 : 0),
    })),
    'corrective-actions': [
      {
        item: template.items.find((item, i) => !item.critical && (i + turn) % 4 === 0).id,
        action: '补齐记录并培训 · complete the records and train the staff',
        due: addDays(day, -50),
        done: addDays(day, -55),
      },
    ],
  }
}

const screeningsOf = (s, day) => [
  ...['OFAC SDN', 'UN Security Council'].map((list, i) => ({
    list,
    'list-date': addDays(day, -24 - i),
    on: addDays(day, -22),
    ...(s.hit && i === 0
      ? {
          hits: [{ name: s.hit.name, entry: s.hit.entry, score: 0.88 }],
          decision: 'not-the-same',
          'decided-by': PEOPLE.screener,
          reason: '出生年份与国籍均不同 · year of birth and nationality differ',
        }
      : { decision: 'clear', 'decided-by': PEOPLE.screener }),
  })),
]

const decisionOf = (s, day) => ({
  result: s.signed ?? 'qualified',
  on: addDays(day, -18),
  lapses: addDays(day, s.signed === 'conditional' ? 40 : 60),
  by: PEOPLE.first,
  ...(s.reason ? { reason: s.reason } : {}),
})
