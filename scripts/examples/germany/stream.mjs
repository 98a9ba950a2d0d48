import { folderAt, table } from '../folder.mjs'
import { lawOf } from '../law.mjs'
import { madeUpList, namesOf } from '../made-up-list.mjs'
import { COLUMNS, candidate, FILES, listingRow, writeRecords } from '../project.mjs'
import { DAY, MARKETS, planOf } from './plan.mjs'
import { PRODUCTS } from './products.mjs'
import { LISTED, SUPPLIERS } from './suppliers.mjs'

const NOTE =
  '# Made-up example: people, companies, brands, numbers and prices are invented. Written by scripts/make-examples.mjs.'
const HEADER =
  'Artikelnummer;Produktname;Beschreibung;Verkaufspreis;UVP;Währung;Marke;Händler;Kategorie;EAN-Code;Modellnummer;Herkunftsland;Zolltarifnummer;Gewicht;Bestand;Verkauft;Bewertung;Anzahl Bewertungen;Bild;Produktlink'
const CATEGORY = {
  'audio-video': 'Elektronik > Audio',
  'battery-power': 'Elektronik > Akkus & Powerbanks',
  'electronics-accessory': 'Elektronik > Zubehör',
  'phone-case': 'Handy > Hüllen',
  computer: 'Computer > Eingabegeräte',
  lighting: 'Wohnen > Leuchten',
}
const PEOPLE = {
  selection: 'Mara Lindner',
  sourcing: 'Ida Reuter',
  samples: 'Jonas Brandt',
  quality: 'Tobias Kern',
  approver: 'Helene Castell',
  clerk: 'Paul Enders',
  verifiers: ['Ida Reuter', 'Luis Okafor'],
  shelf: 'Sample room, cabinet A',
  remedy: 'Complete the records and train the staff',
}
const RESPONSIBLE = {
  eu: { name: 'Lindauer Produktsicherheit GmbH (made up)', address: 'Musterweg 9, 00000 Musterstadt, Germany' },
}
const german = (n) => n.toFixed(2).replace('.', ',')
const shown = {
  stranger: 'gadget-outlet-24',
  number: (text) => text.replace('.', ','),
  category: (id) => CATEGORY[id] ?? '',
  price: (n, currency) => (currency === 'EUR' ? `${german(n)} €` : german(n * 1.15)),
}

/** Writes examples/germany-electronics. */
export function writeGermany(root) {
  const folder = folderAt(root)
  const law = lawOf(MARKETS, DAY)
  const products = table(PRODUCTS, COLUMNS).map((row, i) =>
    candidate(row, i, { suppliers: SUPPLIERS, currency: 'EUR', gtinFrom: 2000 }),
  )
  const header = HEADER.split(';')
  const rows = products.map((p) => listingRow(p, shown))
  folder.csv(
    'products.csv',
    // a product that was entered twice, and a row without a title, which is refused with its reason
    [header, ...rows, rows[2], ['ZZ-999', '', 'Eine Zeile ohne Titel', '9,90 €', '', 'EUR']],
    ';',
  )
  folder.csv('products-draft.csv', [header, ...rows.filter((_, i) => i % 6 === 0)], ';')
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
    // a maker established in the Union needs no responsible person beside itself
    responsibleFor: (maker) =>
      maker.country === 'DE' ? { eu: { name: maker.name, address: maker.address } } : RESPONSIBLE,
    offers: {
      prices: () => undefined,
      law: 'de',
      language: 'en',
      required: planOf(law)['contract-requirements'],
      unfair: 'The operator has the final interpretation of these terms; the slot fee is non-refundable.',
      returnDays: 30,
      channel: 'Alltagstechnik live',
      warehouse: 'Musterhafen 1, 00000 Musterstadt, Germany',
      costs: {
        packaging: 0.3,
        inland: 0.2,
        freight: 0.4,
        freightPerGram: 0.0006,
        warehouse: 2.1,
        return: 2.4,
        floorShare: 0.5,
      },
    },
  })
  folder.yaml('project.yaml', NOTE, { ...planOf(law), files: { products: 'products.csv', ...FILES } })
  folder.yaml('project-draft.yaml', NOTE, {
    ...planOf(law, { draft: true }),
    files: { products: 'products-draft.csv', ...FILES },
  })
}
