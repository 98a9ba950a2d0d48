import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { SAMPLING_SEVERITIES, type SamplingSeverity, samplingPlan } from '@haixuan/domain/supervise/quality/sampling'
import { loadStandard } from '@haixuan/interchange/standard/load'
import type { Command } from 'commander'
import { answer } from '../exit.ts'
import { oneOf, withExamples } from '../options.ts'

type Options = { lot: string; level: string; aql: string; severity: string; type: string; json?: boolean }

/** `haixuan sampling`: the ISO 2859-1 / GB/T 2828.1 plan for a lot, after the tables' arrows. */
export function samplingCommand(program: Command): void {
  const command = program
    .command('sampling')
    .summary('the sampling plan for a lot by ISO 2859-1 / GB/T 2828.1')
    .description(
      'Look up the sampling plan for a lot by ISO 2859-1 / GB/T 2828.1 after the arrows of its tables: how many units ' +
        'to take, with how many nonconforming ones the lot is accepted, and from how many on it is rejected.',
    )
    .requiredOption('--lot <units>', 'units in the lot')
    .requiredOption('--level <level>', 'inspection level: I, II, III, S-1, S-2, S-3 or S-4')
    .requiredOption('--aql <aql>', 'acceptance quality limit, such as 1.0')
    .option('--severity <severity>', SAMPLING_SEVERITIES.join(', '), 'normal')
    .option('--type <type>', 'single or double', 'single')
    .option('--json', 'print JSON')
    .action((o: Options) => {
      if (!/^\d{1,15}$/.test(o.lot))
        throw new BadInput(toOperator(`"${o.lot}" is not a whole number of units`), { field: '--lot' })
      const severity: SamplingSeverity = oneOf(o.severity, SAMPLING_SEVERITIES, '--severity', 'severity')
      const type = oneOf(o.type, ['single', 'double'] as const, '--type', 'type of plan')
      const plan = samplingPlan(loadStandard().sampling, {
        lot: Number(o.lot),
        level: o.level,
        aql: o.aql,
        severity,
        type,
      })
      answer(o.json, plan, function* () {
        const told = (x: number | readonly [number, number]) =>
          typeof x === 'number' ? `${x}` : `${x[0]}, then ${x[1]}`
        yield `code letter ${plan.code}${plan.code === plan.lotCode ? '' : ` (lot: ${plan.lotCode}, arrow followed)`}, ${plan.type} plan, ${plan.severity} inspection`
        yield `sample ${told(plan.sampleSize)}; accept ${told(plan.accept)}; reject ${told(plan.reject)}`
        if (plan.everyUnit) yield 'the sample is as large as the lot: inspect every unit'
      })
    })
  withExamples(command, [
    ['haixuan sampling --lot 2000 --level II --aql 1.0', 'the usual plan: take 125, accept with 3, reject from 4'],
    [
      'haixuan sampling --lot 2000 --level II --aql 1.0 --severity tightened --type double --json',
      'after rejected lots',
    ],
  ])
}
