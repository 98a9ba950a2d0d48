import type { MarketRule } from '@haixuan/domain/gate/rule'
import { cite, difference, rulesInForce } from '@haixuan/domain/gate/rule-set'
import { parseDay } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { loadStandard } from '@haixuan/interchange/standard/load'
import type { Command } from 'commander'
import { answer } from '../exit.ts'

const shown = (r: MarketRule) => ({
  id: r.id,
  market: r.market,
  clause: r.clause,
  topic: r.topic,
  title: r.title,
  'in-force': r['in-force'],
  ...(r.applies ? { applies: r.applies } : {}),
  ...(r.requires ? { requires: r.requires } : {}),
  ...(r.forbids ? { forbids: r.forbids } : {}),
  ...(r.sets ? { sets: r.sets } : {}),
  severity: r.severity,
  statutory: r.statutory,
  owner: r.owner,
  remedy: r.remedy,
  source: r.source,
})

const line = (r: MarketRule) =>
  `${r.id.padEnd(44)} ${r.severity.padEnd(5)} ${r.topic.padEnd(8)} ${r.title.en} · ${r.title.zh} [${cite(r)}; from ${r['in-force'].from}${r['in-force'].until ? ` until ${r['in-force'].until}` : ''}]`

/** `haixuan rules`: what a market's law asks on a day, or what changes between two days. */
export function rulesCommand(program: Command): void {
  program
    .command('rules')
    .description('list the rules of a market in force on a day, each with its source')
    .requiredOption('--market <id>', 'market, such as us or de')
    .requiredOption('--as-of <day>', 'day, YYYY-MM-DD')
    .option('--class <id>', 'only rules that can bind this product class')
    .option('--compare <day>', 'tell what changes from --as-of to this day instead')
    .option('--json', 'print JSON')
    .action((options: { market: string; asOf: string; class?: string; compare?: string; json?: boolean }) => {
      const asOf = parseDay(options.asOf, '--as-of')
      const market = options.market.toLowerCase()
      const standard = loadStandard()
      const classes = new Set(standard.classes.flatMap((f) => f.classes.map((c) => c.id)))
      if (options.class !== undefined && !classes.has(options.class))
        throw new BadInput(`"${options.class}" is not a product class; known are ${[...classes].sort().join(', ')}`, {
          field: '--class',
        })
      if (options.compare !== undefined) {
        const compare = parseDay(options.compare, '--compare')
        const { begins, ends, changes } = difference(standard.rules, standard.markets, market, asOf, compare)
        const told = {
          market,
          from: asOf,
          to: compare,
          begins: begins.map(shown),
          ends: ends.map(shown),
          changes: changes.map((c) => ({ id: c.id, before: shown(c.before), after: shown(c.after) })),
        }
        answer(options.json, told, function* () {
          for (const r of begins) yield `+ ${line(r)}`
          for (const r of ends) yield `- ${line(r)}`
          for (const c of changes) yield `~ ${line(c.after)}`
        })
        return
      }
      const found = rulesInForce(standard.rules, standard.markets, { market, asOf, class: options.class })
      answer(options.json, { market, 'as-of': asOf, rules: found.map(shown) }, function* () {
        for (const r of found) yield line(r)
        yield `${found.length} rules of ${market} in force on ${asOf}`
      })
    })
}
