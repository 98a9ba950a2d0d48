const PLACES = [
  'ORLOP',
  'VESPERTIDE',
  'QUARRELL',
  'TAMBORA NINE',
  'HALCYON DUSK',
  'MERIDAN LOW',
  'OSTRAVEL',
  'PENUMBRA BAY',
]
const TRADES = ['EXAMPLE MARITIME SA', 'EXAMPLE HOLDING LTD', 'EXAMPLE METALS FZE', 'EXAMPLE AVIATION LLC']

/** Parties that are nobody, so that the names under test stand among others. */
export const STRANGERS = PLACES.flatMap((place, i) =>
  TRADES.map((trade, j) => [String(950001 + i * TRADES.length + j), `${place} ${trade}`]),
)

/** A sanctions list in the form of OFAC's SDN.CSV (number, name, nine fields left empty, remarks), all of it made up. */
export const madeUpList = (parties) =>
  parties
    .map(([number, name]) => `${[number, `"${name}"`, ...Array(9).fill('-0-')].join(',')},"Made up for this example"\n`)
    .join('')

/** The names of suppliers in every script, to be screened. */
export const namesOf = (suppliers) =>
  `name\n${suppliers
    .flatMap((s) => [s.name, ...(s.names ?? [])])
    .map((name) => `"${name}"\n`)
    .join('')}`
