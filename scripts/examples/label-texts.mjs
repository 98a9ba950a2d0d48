const TEXTS = {
  'maker-name-address': { '': '{maker}' },
  'maker-contact-electronic': { '': 'contact@maker.example' },
  'responsible-person-eu': { '': '{responsible}' },
  'importer-name-address': {
    en: 'Imported by Tembusu Row Trading (made up), 0 Example Road, Singapore',
    th: 'ผู้นำเข้า: บริษัท ตัวอย่างสมมติ จำกัด กรุงเทพฯ',
    zh: '进口商：虚构贸易公司，曼谷',
  },
  'product-name': { '': 'See the title of the listing', th: 'ดูชื่อบนหน้าสินค้า', zh: '见商品标题' },
  'model-number': { '': '{model}' },
  'batch-number': { '': 'Lot: see base', th: 'เลขที่ผลิต: ดูที่ก้นบรรจุภัณฑ์', zh: '批号：见底部' },
  'notification-number': { '': 'Notification 000000000 (made up)', th: 'เลขที่ใบรับจดแจ้ง 00-0-0000000000 (ตัวอย่าง)' },
  'ingredients-inci': { '': 'Aqua, Glycerin, Squalane, Betaine, Phenoxyethanol' },
  instructions: {
    th: 'ใช้ตามคำแนะนำบนฉลาก',
    zh: '请按标签说明使用',
    de: 'Gebrauch gemäß beiliegender Anleitung.',
  },
  warnings: {
    '': 'Achtung: Von Kleinkindern fernhalten.',
    th: 'เก็บให้พ้นมือเด็ก',
    zh: '请勿让儿童接触',
  },
  'safety-information': { de: 'Nicht öffnen. Vor Nässe schützen. Nur mit passendem Netzteil laden.', zh: '请勿拆开' },
  'price-total': { '': 'Total price with tax, delivery shown before the order' },
  'return-terms': { '': 'Return within 15 days of delivery' },
  'advert-disclosure': { '': 'Werbung · Advertisement', en: 'Advertisement', de: 'Werbung' },
  'fibre-composition': { '': '100 % cotton' },
  'voltage-rating': { '': '5 V ⎓ 2 A, USB-C' },
}

/** The words of a label statement in a language, its blanks filled in; undefined for marks and symbols, which have no words. */
export function labelText(statement, language, blanks) {
  const text = TEXTS[statement]?.[language ?? ''] ?? TEXTS[statement]?.['']
  return text?.replace(/\{(\w+)\}/g, (_, name) => blanks[name] ?? '')
}
