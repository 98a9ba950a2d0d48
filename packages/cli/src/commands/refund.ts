import { ruleSetFor } from '@haixuan/domain/gate/rule-set'
import { afterSalesCase } from '@haixuan/domain/improve/after-sales/case'
import { decideRefund } from '@haixuan/domain/improve/after-sales/decide-refund'
import type { Day } from '@haixuan/domain/kernel/day'
import { formatDecimal, type Money } from '@haixuan/domain/kernel/money'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { readYaml } from '@haixuan/interchange/standard/read-yaml'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { inPlace } from '../in-place.ts'
import { withExamples } from '../options.ts'

const show = (m: Money) => `${m.currency} ${formatDecimal(m)}`

/** `haixuan refund`: an after-sales case decided by the law of the buyer's market and the shop's policy. */
export function refundCommand(program: Command): void {
  const command = program
    .command('refund')
    .summary("decide an after-sales case by the buyer's law and the shop's policy")
    .description(
      "Decide a withdrawal, defect, late or lost delivery by the law of the buyer's market on the day of the order, or " +
        "by the shop's policy where that gives more: whether there is a right, until when, what is paid back line by " +
        'line, which way the goods go, and what the supplier owes.',
    )
    .argument('<case.yaml>', 'the order and the case')
    .option('--json', 'print JSON')
    .action((file: string, o: { json?: boolean }) => {
      const standard = loadStandard()
      const reasons = standard['after-sales'].reasons
      const read = readYaml(file, afterSalesCase)
      const decided = inPlace(file, () => {
        const rules = ruleSetFor(standard.rules, standard.markets, read.market, read.order.day as Day)
        return decideRefund(read, { parameters: rules.parameter, file: standard['after-sales'] })
      })
      answer(o.json, decided, function* () {
        const { eligible, remedy, basis, deadline, refundBy, recovery } = decided
        const source = basis.source === undefined ? '' : ` (${basis.source})`
        yield `${eligible ? 'eligible' : 'NOT ELIGIBLE'}: ${remedy} by ${basis.kind}${source}`
        if (deadline) yield `  last day to ask: ${deadline}`
        for (const line of decided.lines)
          yield `  ${reasons[line.what].en} ${reasons[line.what].zh}: ${show(line.amount)}${line.line ? ` (line ${line.line})` : ''}`
        yield `  total ${show(decided.total)}${refundBy ? `, to be paid by ${refundBy}` : ''}`
        yield `  return: ${decided.return.route.en} ${decided.return.route.zh}; paid by ${decided.return.payer}`
        if (recovery) yield `  from supplier ${recovery.supplier}: ${show(recovery.amount)} (${recovery.clause})`
        for (const r of decided.reasons) yield `  because: ${r.en} / ${r.zh}`
      })
    })
  withExamples(command, [['haixuan refund case.yaml', 'a withdrawal in Germany; case.yaml is below']]).addHelpText(
    'after',
    CASE,
  )
}

const CASE = `
  market: de
  order:
    day: 2026-05-20
    delivered: 2026-05-26
    currency: EUR
    lines:
      - { id: "1", quantity: 2, price: "24.90" }
    shipping: { paid: "4.90" }
  case:
    kind: withdrawal             # or defect, not-as-described, late, lost, exchange
    requested: 2026-06-01
    lines:
      - { line: "1", quantity: 1, condition: opened }`
