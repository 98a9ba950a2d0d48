/** The smallest project, its keys one a line; `more` are lines after them. */
export const projectYaml = (more = ''): string =>
  `theme: Kitchen evening
markets: [de]
date: 2026-05-20
language: en
slots: 2
${more}`

export const PRODUCTS = `Product name,Price,SKU,Seller
Ceramic mug,9.00 EUR,A1,Muster GmbH
Steel bottle,12.50 EUR,A2,Muster GmbH
Cotton towel,7.00 EUR,A3,Beispiel Keramik
`
