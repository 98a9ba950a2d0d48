/** Words on the labels of the examples; {maker} and {model} are filled in. */
export const LABEL_TEXTS = {
  'maker-name-address': { en: '{maker}', de: '{maker}' },
  'maker-contact-electronic': { en: 'contact@maker.example', de: 'kontakt@hersteller.example' },
  'responsible-person-eu': { en: 'Lindauer Produktsicherheit GmbH (made up), Musterweg 4, 00000 Musterstadt, Germany' },
  'importer-name-address': {
    en: 'Imported by Tembusu Row Trading (made up), 0 Example Road, Singapore',
    th: 'ผู้นำเข้า: บริษัท ตัวอย่างสมมติ จำกัด กรุงเทพฯ',
  },
  'product-name': { en: 'See the title of the listing', th: 'ดูชื่อบนหน้าสินค้า' },
  'model-number': { en: 'Model {model}', de: 'Modell {model}' },
  'batch-number': { en: 'Lot: see base', th: 'เลขที่ผลิต: ดูที่ก้นบรรจุภัณฑ์' },
  'notification-number': { th: 'เลขที่ใบรับจดแจ้ง 00-0-0000000000 (ตัวอย่าง)', en: 'Notification 000000000 (made up)' },
  'ingredients-inci': {
    en: 'Aqua, Glycerin, Squalane, Betaine, Phenoxyethanol',
    th: 'Aqua, Glycerin, Squalane, Betaine',
  },
  instructions: {
    en: 'Use as shown on the leaflet.',
    th: 'ใช้ตามคำแนะนำบนฉลาก',
    de: 'Gebrauch gemäß beiliegender Anleitung.',
  },
  warnings: {
    en: 'Keep out of reach of small children.',
    th: 'เก็บให้พ้นมือเด็ก',
    de: 'Außer Reichweite von Kleinkindern aufbewahren.',
  },
  'safety-information': { de: 'Nicht öffnen. Vor Nässe schützen. Nur mit geprüftem Netzteil laden.' },
  'price-total': {
    en: 'Total price with tax; delivery shown before the order',
    de: 'Gesamtpreis inkl. MwSt., zzgl. Versand',
  },
  'return-terms': { en: 'Return within 15 days of delivery' },
  'advert-disclosure': { en: 'Advertisement', de: 'Werbung' },
  'fibre-composition': { en: '100 % cotton', de: '100 % Baumwolle' },
  'voltage-rating': { en: '5 V ⎓ 2 A, USB-C', de: '5 V ⎓ 2 A, USB-C' },
}
