import { ruleSetFor } from '@haixuan/domain/gate/rule-set'
import { type Day, parseDay } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { formatDecimal, type Money } from '@haixuan/domain/kernel/money'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { offer } from '@haixuan/domain/select/cooperation/offer'
import { type Parcel, parcel, parcelOf } from '@haixuan/domain/select/cooperation/parcel'
import { landedCost } from '@haixuan/domain/select/cooperation/pricing/landed-cost'
import { loadStandard, type Standard } from '@haixuan/interchange/standard/load'
import { readYaml } from '@haixuan/interchange/standard/read-yaml'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { inPlace } from '../in-place.ts'
import { marketOption, withExamples } from '../options.ts'

const show = (m: Money) => `${m.currency} ${formatDecimal(m)}`
const percent = (share: string | number) => `${(Number(share) * 100).toFixed(2)} %`

/** `haixuan landed-cost`: what it costs to bring an offer or a parcel to the buyer, every line explained. */
export function landedCostCommand(program: Command): void {
  const command = program
    .command('landed-cost')
    .summary('what it costs to bring an offer or a parcel to the buyer, line by line')
    .description(
      'Count the landed cost by the law in force on a day: goods, freight, duty, tax, fees and expected returns, each ' +
        'line with its formula, rule and source, and the floor price below which the sale makes a loss. ' +
        'The file is an offer, counted for each of its markets, or a parcel, which has `items`.',
    )
    .argument('<offer.yaml>', 'offer or parcel')
    .option('--as-of <day>', "day whose law holds; the parcel's own day, else today, when not given")
    .option('--market <id>', 'only this market of the offer')
    .option('--json', 'print JSON')
    .action((file: string, o: { asOf?: string; market?: string; json?: boolean }) => {
      const asked = o.asOf === undefined ? undefined : parseDay(o.asOf, '--as-of')
      const standard = loadStandard()
      const market = o.market === undefined ? undefined : marketOption(standard, o.market)
      const all = parcelsIn(file, standard)
      const wanted = all.filter((p) => market === undefined || p.market === market)
      if (wanted.length === 0)
        throw new BadInput(toOperator(`${file} is for ${all.map((p) => p.market).join(', ')}, not ${market}`), {
          field: '--market',
        })
      const costs = wanted.map((p) =>
        inPlace(file, () => {
          const day = asked ?? (p.day as Day | undefined) ?? (new Date().toISOString().slice(0, 10) as Day)
          const parameters = ruleSetFor(standard.rules, standard.markets, p.market, day).parameter
          return landedCost(p, { day, parameters, texts: standard.pricing['landed-cost'] })
        }),
      )
      answer(o.json, { costs }, function* () {
        for (const c of costs) {
          yield `${c.market} on ${c.day}: price ${show(c.price)}`
          for (const l of c.lines)
            yield `  ${l.label.zh} ${l.label.en}: ${show(l.amount)} = ${l.formula}${l.rule ? ` [${l.rule}; ${l.source}]` : ''}`
          yield `  total ${show(c.total)}, margin ${show(c.margin)} (${percent(c.marginRate)}), floor ${c.floorPrice ? show(c.floorPrice) : 'none'}`
          for (const open of c.open) yield `  open: ${open.en} / ${open.zh}`
        }
      })
    })
  withExamples(command, [
    ['haixuan landed-cost offer.yaml --market us --as-of 2025-08-30', 'one market, by the law of one day'],
    ['haixuan landed-cost parcel.yaml --json', 'two blouses in one parcel; parcel.yaml is below'],
  ]).addHelpText('after', PARCEL)
}

const PARCEL = `
  market: de
  registered: true             # for the import one-stop shop
  items:
    - name: silk blouse
      hs: "620610"
      origin: CN
      quantity: 1
      price: { amount: "59.00", currency: EUR }       # what the buyer pays
      unit-cost: { amount: "18.00", currency: EUR }`

const anyKeys = parcel.pick({}).loose()

function parcelsIn(file: string, standard: Standard): Parcel[] {
  if ('items' in readYaml(file, anyKeys)) return [readYaml(file, parcel)]
  const read = readYaml(file, offer)
  return inPlace(file, () => read.markets.map((m) => parcelOf(read, m, standard.delivery)))
}
