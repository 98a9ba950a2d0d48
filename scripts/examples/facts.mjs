import { addDays } from '@haixuan/domain/kernel/day'
import { LABEL_TEXTS } from './label-texts.mjs'

const has = (p, flaw) => p.flaws.includes(flaw)
const madeUp = '虚构示例，非真实文件 · A made-up example, not a real document'

/** What people recorded of a product: all that the law asks of it, but for its flaws. */
export function productFacts(p, { day, law, folder, maker, responsible }) {
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
    .filter((_, i) => !(has(p, 'certificate-missing') && i === 0))
    .map((type, i) => certificateOf(type, p, i, day, evidence))
  const proofs = p.claims.map(({ words, type, says }) => ({
    words,
    type,
    evidence,
    expires: addDays(day, 500),
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
    materials: p.materials,
    maker,
    ...(responsible ? { 'responsible-person': responsible } : {}),
    labels: has(p, 'labels-missing')
      ? []
      : asked.labels.map(({ statement, language }) => labelOf(statement, language, p)),
    certificates,
    ...(proofs.length > 0 ? { 'claim-evidence': proofs } : {}),
    samples: has(p, 'no-sample') ? [] : [sampleOf(p, day)],
    lots: has(p, 'no-lot') ? [] : [lotOf(p, evidence)],
    stock: p.stock,
    'expected-units': p.units,
    'return-rate': p.returnRate,
    ...(has(p, 'no-role') ? {} : { role: { fixed: p.role, by: '沈知夏' } }),
  }
}

const label = (name, lang) => LABEL_TEXTS[name]?.[lang ?? 'en']
function labelOf(statement, language, p) {
  const text = label(statement, language)?.replace('{model}', p.model).replace('{maker}', p.makerLine)
  return { statement, ...(language ? { language } : {}), ...(text ? { text } : {}) }
}

function certificateOf(type, p, i, day, evidence) {
  const lapsed = has(p, 'certificate-expired') && i === 0
  const other = has(p, 'certificate-other-model') && i === 0
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
function sampleOf(p, day) {
  const at = (days, time) => `${addDays(day, days)}T${time}:00Z`
  const steps = [
    ['requested', at(-62, '02:00'), '沈知夏'],
    ['shipped', at(-58, '08:30'), p.supplierContact],
    ['received', at(-51, '03:10'), '邱禾'],
    ['examined', at(-50, '06:00'), '顾立'],
    ['sealed', at(-49, '07:20'), '顾立'],
    ['retained', at(-49, '09:00'), '邱禾'],
  ]
  const reached = has(p, 'sample-not-sealed') ? steps.slice(0, 3) : steps
  return {
    id: `SMP-${p.sku}`,
    history: reached.map(([state, time, by]) => ({
      state,
      at: time,
      by,
      ...(state === 'received' || state === 'retained' ? { holder: '样品室 A 柜' } : {}),
      ...(state === 'sealed' ? { 'seal-number': `HX-${p.sku}`, measured: measuredOf(p, 1) } : {}),
    })),
  }
}

const measuredOf = (p, factor) => [
  { attribute: 'weight', value: Math.round(p.weight * factor * 10) / 10, unit: 'g' },
  { attribute: 'colour', value: factor > 0.9 ? p.colour : '未按封样 · not as sealed' },
]

function lotOf(p, evidence) {
  const found = has(p, 'lot-refused') ? [14] : has(p, 'lot-waiting') ? [] : [p.index % 3]
  return {
    id: `LOT-${p.sku}-A`,
    units: p.stock,
    level: 'II',
    aql: p.traits.includes('mains') || p.traits.includes('battery') ? '1.0' : '2.5',
    found,
    by: '顾立',
    measured: found.length === 0 ? [] : measuredOf(p, has(p, 'unlike-seal') ? 0.82 : p.index % 2 ? 1.01 : 0.99),
    evidence,
  }
}
