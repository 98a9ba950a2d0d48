import { addDays } from '@haixuan/domain/kernel/day'
import { requirementsFor } from '@haixuan/domain/select/supplier/qualification'
import { standard } from './law.mjs'

const documentTypes = new Map(standard.documents.documents.map((d) => [d.id, d]))
const templates = new Map(standard.inspections.templates.map((t) => [t.id, t]))

/** The record of a made-up supplier that meets the matrix on the day of the stream, but for what `lacks` names. */
export function supplierRecord(s, { day, folder, people }) {
  const wanted = requirementsFor(s, s.classes, standard.qualification)
  const lapsed = s.lacks?.lapsed ?? {}
  const types = [...new Set(wanted.documents.map((d) => d.anyOf[0]))]
  // a local register extract counts as the business licence
  const local = types.some((t) => documentTypes.get(t)?.['counts-as']?.includes('business-licence'))
  const documents = types
    .filter((t) => !(t === 'business-licence' && local))
    .map((type, i) => documentOf(s, type, i, day, lapsed[type], folder))
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
    'bank-accounts': accountsOf(s, day, folder, people),
    brands: s.brands.map(([brand, owner, registration]) => ({
      brand,
      owner: owner ?? s.name,
      ...(registration ? { registration } : {}),
    })),
    ...(s.chain ? { authorisations: s.chain.map((link, i) => linkOf(s, link, i, day, folder)) } : {}),
    inspections: chosen.map((t) => inspectionOf(templates.get(t), s, day, people)),
    screenings: screeningsOf(s, day, people),
    decision: decisionOf(s, day, people),
  }
}

function documentOf(s, type, i, day, lapsedDays, folder) {
  const { name, issuer } = documentTypes.get(type)
  const expires = addDays(day, lapsedDays ? -lapsedDays : 320 + 17 * i)
  const issued = lapsedDays ? addDays(expires, -365) : addDays(day, -(210 + 11 * i))
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
    issued,
    expires,
    evidence,
    says: { name: s.name, representative: s.representative },
  }
}

/** One account, or, when it was changed some days ago, the former one with the day it was replaced and the new one. */
function accountsOf(s, day, folder, people) {
  const account = (number, recorded, more = {}) => {
    const evidence = `suppliers/${s.id}/account-${number.slice(-4)}.txt`
    folder.text(
      `evidence/${evidence}`,
      `虚构示例 · A made-up example\n\n账户证明 · Letter on the account ${number}\n户名 · Holder: ${s.name}\n`,
    )
    return {
      holder: s.name,
      bank: s.bank,
      account: number,
      country: s.country,
      'recorded-at': recorded,
      'recorded-by': people.clerk,
      'verified-by': people.verifiers,
      'verified-at': addDays(recorded, 2),
      'verified-how': 'call-back',
      ...more,
      evidence,
    }
  }
  if (!s.changed) return [account(s.account, addDays(day, -130))]
  const since = addDays(day, -s.changed.days)
  return [account(s.account, addDays(day, -400), { 'replaced-at': since }), account(s.changed.account, since)]
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
function inspectionOf(template, s, day, people) {
  const turn = s.id.charCodeAt(s.id.length - 1)
  const less = (item, i) => !item.critical && (i + turn) % 4 === 0
  return {
    template: template.id,
    day: addDays(day, template.id === 'remote' ? -60 : -95),
    mode: template.modes.includes('on-site') ? 'on-site' : 'remote',
    by: people.quality,
    place: s.address,
    items: template.items.map((item, i) => ({ id: item.id, score: item.max - (less(item, i) ? 1 : 0) })),
    'corrective-actions': [
      {
        item: template.items.find(less).id,
        action: people.remedy,
        due: addDays(day, -50),
        done: addDays(day, -55),
      },
    ],
  }
}

/** Clear on the public lists; a hit is on a list made up for the examples, decided or still to be decided. */
const screeningsOf = (s, day, people) => [
  ...['OFAC SDN', 'UN Security Council'].map((list, i) => ({
    list,
    'list-date': addDays(day, -24 - i),
    on: addDays(day, -22),
    decision: 'clear',
    'decided-by': people.approver,
  })),
  ...(s.hit
    ? [
        {
          list: 'lists/made-up-list.csv',
          'list-date': addDays(day, -30),
          on: addDays(day, -22),
          hits: [{ name: s.hit.name, entry: s.hit.entry, score: s.hit.score }],
          ...(s.hit.reason ? { decision: 'not-the-same', 'decided-by': people.approver, reason: s.hit.reason } : {}),
        },
      ]
    : []),
]

const decisionOf = (s, day, people) => ({
  result: s.signed ?? 'qualified',
  on: addDays(day, -18),
  lapses: addDays(day, s.signed === 'conditional' ? 40 : 60),
  by: people.sourcing,
  ...(s.reason ? { reason: s.reason } : {}),
})
