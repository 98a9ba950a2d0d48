import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { allChecks } from '@haixuan/domain/flow/all-checks'
import type { Plugin } from 'vite'
import { parse } from 'yaml'

type Text = { readonly zh: string; readonly en: string }
type Term = Text & { readonly id: string; readonly means: Text }
type Named = { readonly id: string; readonly name: Text }
type Market = Named & { readonly languages: readonly string[]; readonly 'customs-territory': string }

const STANDARD = path.resolve(import.meta.dirname, '../../../standard')
const read = (file: string) => parse(readFileSync(path.join(STANDARD, file), 'utf8'))

/** The words of the standard that every screen needs at once: glossary, titles of clauses and checks, names of markets and classes. */
function words() {
  const terms: readonly Term[] = read('glossary.yaml').terms
  const clauses: readonly { id: string; title: Text; asks: Text; stage: string }[] = read('clauses.yaml').clauses
  const markets: readonly Market[] = read('markets/markets.yaml').markets
  const classes = readdirSync(path.join(STANDARD, 'classes')).flatMap(
    (file): readonly Named[] => read(`classes/${file}`).classes ?? [],
  )
  const names = (all: readonly Named[]) => Object.fromEntries(all.map(({ id, name }) => [id, name]))
  return {
    terms: Object.fromEntries(terms.map(({ id, zh, en, means }) => [id, { zh, en, means }])),
    clauses: Object.fromEntries(clauses.map(({ id, title, asks, stage }) => [id, { title, asks, stage }])),
    checks: Object.fromEntries(allChecks.map(({ id, title }) => [id, title])),
    indicators: names(read('risks.yaml').indicators),
    markets: names(markets),
    classes: names(classes),
    trade: {
      ...names([
        ...read('pricing.yaml').types,
        ...read('delivery.yaml').modes,
        ...read('settlement.yaml').modes,
        ...read('settlement.yaml').instruments,
      ]),
      ...read('delivery.yaml')['return-paths'],
    },
    codes: {
      region: read('countries.yaml').countries,
      // the languages that labels of the markets may ask for
      language: [...new Set(markets.flatMap((m) => m.languages))],
      currency: read('import/currencies.yaml').codes,
    },
    pricingNeeds: Object.fromEntries(
      read('pricing.yaml').types.map((t: { id: string; needs: readonly string[] }) => [t.id, t.needs]),
    ),
    territories: Object.fromEntries(markets.map((m) => [m.id, m['customs-territory']])),
  }
}

const ID = 'virtual:standard-words'

/** Gives `virtual:standard-words` to the application: standard/ stays the one place where the words are kept. */
export const standardWords = (): Plugin => ({
  name: 'standard-words',
  resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
  load: (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(words())}` : undefined),
})
