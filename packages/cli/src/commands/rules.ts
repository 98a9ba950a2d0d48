import type { MarketRule } from '@haixuan/domain/gate/rule'
import { cite, difference, rulesInForce } from '@haixuan/domain/gate/rule-set'
import { type Day, parseDay } from '@haixuan/domain/kernel/day'
import { loadStandard, type Standard } from '@haixuan/interchange/standard/load'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { classOption, marketOption, withExamples } from '../options.ts'

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

type Options = { market: string; asOf: string; class?: string; compare?: string; json?: boolean }

/** `haixuan rules`: what a market's law asks on a day, or what changes between two days. */
export function rulesCommand(program: Command): void {
  const command = program
    .command('rules')
    .summary('list what the law of a market asks on a day, each rule with its source')
    .description(
      'List the rules of a market in force on a day, each with its severity, source and the day it began. ' +
        'A state of the European Union has the rules of the Union too. With --compare: what begins, ends or changes.',
    )
    .requiredOption('--market <id>', 'market, such as us or de')
    .requiredOption('--as-of <day>', 'day, YYYY-MM-DD')
    .option('--class <id>', 'only rules that can bind this product class, such as toys')
    .option('--compare <day>', 'tell what changes from --as-of to this day instead')
    .option('--json', 'print JSON')
    .action((o: Options) => {
      const asOf = parseDay(o.asOf, '--as-of')
      const standard = loadStandard()
      const market = marketOption(standard, o.market)
      const cls = o.class === undefined ? undefined : classOption(standard, o.class)
      if (o.compare !== undefined) {
        tellChanges(standard, { market, class: cls, from: asOf, to: parseDay(o.compare, '--compare') }, o.json)
        return
      }
      const found = rulesInForce(standard.rules, standard.markets, { market, asOf, class: cls })
      answer(o.json, { market, 'as-of': asOf, rules: found.map(shown) }, function* () {
        for (const r of found) yield line(r)
        yield `${found.length} rules of ${market} in force on ${asOf}`
      })
    })
  withExamples(command, [
    ['haixuan rules --market us --as-of 2025-08-28 --class toys', 'what binds toys in the United States that day'],
    ['haixuan rules --market us --as-of 2025-08-28 --compare 2025-08-30', 'what two days changed'],
  ])
}

type Asked = { readonly market: string; readonly class: string | undefined; readonly from: Day; readonly to: Day }

function tellChanges(standard: Standard, asked: Asked, json: boolean | undefined): void {
  const { market, class: cls, from, to } = asked
  const binding = new Set(
    [from, to].flatMap((asOf) =>
      rulesInForce(standard.rules, standard.markets, { market, asOf, class: cls }).map((r) => r.id),
    ),
  )
  const all = difference(standard.rules, standard.markets, market, from, to)
  const begins = all.begins.filter((r) => binding.has(r.id))
  const ends = all.ends.filter((r) => binding.has(r.id))
  const changes = all.changes.filter((c) => binding.has(c.id))
  const told = {
    market,
    from,
    to,
    begins: begins.map(shown),
    ends: ends.map(shown),
    changes: changes.map((c) => ({ id: c.id, before: shown(c.before), after: shown(c.after) })),
  }
  answer(json, told, function* () {
    for (const r of begins) yield `+ ${line(r)}`
    for (const r of ends) yield `- ${line(r)}`
    for (const c of changes) yield `~ ${line(c.after)}`
    yield `from ${from} to ${to} in ${market}: ${begins.length} begin, ${ends.length} end, ${changes.length} change`
  })
}
