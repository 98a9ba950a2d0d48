import { addDays } from '@haixuan/domain/kernel/day'
import { labelText } from './label-texts.mjs'

const has = (p, flaw) => p.flaws.includes(flaw)
/** Whether a flaw such as `certificate-expired:rohs-report` hits this certificate; without a type it hits the first. */
const hits = (p, flaw, type, i) => p.flaws.includes(`${flaw}:${type.id}`) || (i === 0 && has(p, flaw))
const madeUp = '虚构示例，非真实文件 · A made-up example, not a real document'

/** What people recorded of a product: all that the law asks of it, but for its flaws. */
export function productFacts(p, { day, law, folder, people, maker, responsible }) {
  const asked = law.asked({
    class: p.class,
    traits: p.traits,
    makerEstablished: maker.country,
    origin: p.origin,
    delivery: p.mode,
    text: `${p.title}\n${p.description}`,
  })
  const evidence = `products/${p.sku}.txt`
  const certificates = asked.certificates
    .filter((type, i) => !hits(p, 'certificate-missing', type, i))
    .map((type, i) => certificateOf(type, p, i, day, evidence))
  const proofs = p.claims.map(({ words, type, says }) => ({
    words,
    type,
    evidence,
    expires: addDays(day, has(p, 'proof-expired') ? -20 : 500),
    says,
  }))
  folder.text(`evidence/${evidence}`, dossier(p, certificates, proofs))
  return {
    product: p.sku,
    supplier: p.supplier,
    class: p.class,
    traits: p.traits,
    model: p.model,
    gtin: p.gtin,
    hs: p.hs,
    origin: p.origin,
    maker,
    ...(responsible && !has(p, 'responsible-missing') ? { 'responsible-person': responsible } : {}),
    labels: has(p, 'labels-missing') ? [] : asked.labels.map((asks) => labelOf(asks, p, responsible)),
    certificates,
    ...(proofs.length > 0 ? { 'claim-evidence': proofs } : {}),
    samples: has(p, 'no-sample') ? [] : [sampleOf(p, day, people)],
    lots: has(p, 'no-lot') ? [] : [lotOf(p, evidence, people)],
    stock: p.stock,
    'expected-units': p.units,
    'return-rate': p.returnRate,
    ...(has(p, 'no-role') ? {} : { role: { fixed: p.role, by: people.selection } }),
  }
}

/** A label in the language the law asks for; with the flaw `label-language` it is printed in another. */
function labelOf({ statement, language: asked }, p, responsible) {
  const language = asked && has(p, 'label-language') ? 'zh' : asked
  const text = labelText(statement, language, {
    model: p.model,
    maker: p.makerLine,
    responsible: responsible && `${responsible.eu.name}, ${responsible.eu.address}`,
  })
  return { statement, ...(language ? { language } : {}), ...(text ? { text } : {}) }
}

function certificateOf(type, p, i, day, evidence) {
  const lapsed = hits(p, 'certificate-expired', type, i)
  const other = hits(p, 'certificate-other-model', type, i)
  return {
    type: type.id,
    body: type.issuer.en,
    number: `MADE-UP-${p.sku}-${String(i + 1).padStart(2, '0')}`,
    models: [other ? `${p.model}-OLD` : p.model],
    ...(type.markets ? { markets: type.markets } : {}),
    scope: p.name,
    issued: addDays(day, lapsed ? -760 : -260),
    expires: addDays(day, lapsed ? -30 : 470),
    evidence,
  }
}

const dossier = (p, certificates, proofs) =>
  [
    madeUp,
    '',
    `${p.sku} · ${p.brand} ${p.model} · ${p.title}`,
    ...certificates.map((c) => `${c.type} · ${c.number} · ${c.models.join(', ')} · ${c.issued} – ${c.expires}`),
    ...proofs.map((c) => `“${c.words}” · ${c.type} · ${c.says}`),
    '',
  ].join('\n')

/** Requested, shipped, received, examined, sealed, kept: each hand-over by name. */
function sampleOf(p, day, people) {
  const at = (days, time) => `${addDays(day, days)}T${time}:00Z`
  const steps = [
    { state: 'requested', at: at(-62, '02:00'), by: people.selection },
    { state: 'shipped', at: at(-58, '08:30'), by: p.supplierContact },
    { state: 'received', at: at(-51, '03:10'), by: people.samples, holder: people.shelf },
    { state: 'examined', at: at(-50, '06:00'), by: people.quality },
    {
      state: 'sealed',
      at: at(-49, '07:20'),
      by: people.quality,
      'seal-number': `HX-${p.sku}`,
      measured: measuredOf(p, 1),
    },
    { state: 'retained', at: at(-49, '09:00'), by: people.samples, holder: people.shelf },
  ]
  return { id: `SMP-${p.sku}`, history: has(p, 'sample-not-sealed') ? steps.slice(0, 3) : steps }
}

const measuredOf = (p, factor) => [
  { attribute: 'weight', value: Math.round(p.weight * factor * 10) / 10, unit: 'g' },
  { attribute: 'colour', value: factor > 0.9 ? p.colour : `faded ${p.colour}` },
]

function lotOf(p, evidence, people) {
  const found = has(p, 'lot-refused') ? [14] : has(p, 'lot-waiting') ? [] : [p.index % 3]
  return {
    id: `LOT-${p.sku}-A`,
    units: p.stock,
    level: 'II',
    aql: p.traits.includes('mains') || p.traits.includes('battery') ? '1.0' : '2.5',
    found,
    by: people.quality,
    measured: found.length === 0 ? [] : measuredOf(p, has(p, 'unlike-seal') ? 0.82 : p.index % 2 ? 1.01 : 0.99),
    evidence,
  }
}
