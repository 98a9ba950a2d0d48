import { ruleSetFor } from '@haixuan/domain/gate/rule-set'
import { afterSalesCase } from '@haixuan/domain/improve/after-sales/case'
import { decideRefund } from '@haixuan/domain/improve/after-sales/decide-refund'
import type { Day } from '@haixuan/domain/kernel/day'
import { formatDecimal, type Money } from '@haixuan/domain/kernel/money'
import { loadStandard } from '@haixuan/interchange/standard/load'
import { readYaml } from '@haixuan/interchange/standard/read-yaml'
import type { Command } from 'commander'
import { answer } from '../exit.ts'

const show = (m: Money) => `${m.currency} ${formatDecimal(m)}`

/** `haixuan refund`: an after-sales case decided by the law of the buyer's market and the shop's policy. */
export function refundCommand(program: Command): void {
  program
    .command('refund')
    .description(
      "decide an after-sales case by the buyer's law and the shop's policy: eligibility, deadline, amount, return route",
    )
    .argument('<case.yaml>', 'the case')
    .option('--json', 'print JSON')
    .action((file: string, o: { json?: boolean }) => {
      const standard = loadStandard()
      const reasons = standard['after-sales'].reasons
      const read = readYaml(file, afterSalesCase)
      const rules = ruleSetFor(standard.rules, standard.markets, read.market, read.order.day as Day)
      const decided = decideRefund(read, { parameters: rules.parameter, file: standard['after-sales'] })
      answer(o.json, decided, function* () {
        yield decided.eligible ? 'eligible' : 'NOT ELIGIBLE'
        for (const line of decided.lines)
          yield `  ${reasons[line.what].en} ${reasons[line.what].zh}: ${show(line.amount)} (${line.why.en} / ${line.why.zh})`
        yield `total ${show(decided.total)}`
        yield JSON.stringify({ basis: decided.basis, deadline: decided.deadline, return: decided.return })
      })
    })
}
