import { readFileSync } from 'node:fs'
import { ruleSetFor } from '@haixuan/domain/gate/rule-set'
import { parseDay } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { formatDecimal, type Money } from '@haixuan/domain/kernel/money'
import { offer } from '@haixuan/domain/select/cooperation/offer'
import { parcel, parcelOf } from '@haixuan/domain/select/cooperation/parcel'
import { landedCost } from '@haixuan/domain/select/cooperation/pricing/landed-cost'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { readYaml } from '@haixuan/interchange/standard/read-yaml'
import type { Command } from 'commander'
import { answer } from '../exit.ts'

const show = (m: Money) => `${m.currency} ${formatDecimal(m)}`

/** `haixuan landed-cost`: what it costs to bring an offer or a parcel to the buyer, every line explained. */
export function landedCostCommand(program: Command): void {
  program
    .command('landed-cost')
    .description(
      'the landed cost of an offer in each market, or of a parcel (a file with `items`), line by line with rule and source',
    )
    .argument('<offer.yaml>', 'offer or parcel')
    .option('--as-of <day>', 'day whose law holds; today when not given')
    .option('--market <id>', 'only this market of the offer')
    .option('--json', 'print JSON')
    .action((file: string, o: { asOf?: string; market?: string; json?: boolean }) => {
      const day = parseDay(o.asOf ?? new Date().toISOString().slice(0, 10), '--as-of')
      const standard = loadStandard()
      const parcels = /^items\s*:/m.test(readFileSync(file, 'utf8'))
        ? [readYaml(file, parcel)]
        : ((read) => read.markets.map((m) => parcelOf(read, m, standard.delivery)))(readYaml(file, offer))
      const wanted = parcels.filter((p) => o.market === undefined || p.market === o.market.toLowerCase())
      if (wanted.length === 0) throw new BadInput(`"${o.market}" is not a market of ${file}`, { field: '--market' })
      const costs = wanted.map((p) =>
        landedCost(p, {
          day,
          parameters: ruleSetFor(standard.rules, standard.markets, p.market, day).parameter,
          texts: standard.pricing['landed-cost'],
        }),
      )
      answer(o.json, { costs }, function* () {
        for (const c of costs) {
          yield `${c.market} on ${c.day}: price ${show(c.price)}`
          for (const l of c.lines)
            yield `  ${l.label.zh} ${l.label.en}: ${show(l.amount)} = ${l.formula}${l.rule ? ` [${l.rule}; ${l.source}]` : ''}`
          yield `  total ${show(c.total)}, margin ${show(c.margin)} (${(Number(c.marginRate) * 100).toFixed(2)} %), floor ${c.floorPrice ? show(c.floorPrice) : 'none'}`
          for (const open of c.open) yield `  open: ${open.en} / ${open.zh}`
        }
      })
    })
}
