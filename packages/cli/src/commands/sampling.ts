import { BadInput } from '@haixuan/domain/kernel/errors'
import { SAMPLING_SEVERITIES, type SamplingSeverity, samplingPlan } from '@haixuan/domain/supervise/quality/sampling'
import { loadStandard } from '@haixuan/interchange/standard/load'
import type { Command } from 'commander'
import { answer } from '../exit.ts'

type Options = { lot: string; level: string; aql: string; severity: string; type: string; json?: boolean }

const oneOf = <T extends string>(value: string, allowed: readonly T[], field: string): T => {
  const found = allowed.find((a) => a === value)
  if (!found) throw new BadInput(`"${value}" is none of ${allowed.join(', ')}`, { field })
  return found
}

/** `haixuan sampling`: the ISO 2859-1 / GB/T 2828.1 plan for a lot, after the tables' arrows. */
export function samplingCommand(program: Command): void {
  program
    .command('sampling')
    .description('the sampling plan for a lot by ISO 2859-1 / GB/T 2828.1, after the arrows of its tables')
    .requiredOption('--lot <units>', 'units in the lot')
    .requiredOption('--level <level>', 'inspection level: I, II, III, S-1, S-2, S-3 or S-4')
    .requiredOption('--aql <aql>', 'acceptance quality limit, such as 1.0')
    .option('--severity <severity>', SAMPLING_SEVERITIES.join(', '), 'normal')
    .option('--type <type>', 'single or double', 'single')
    .option('--json', 'print JSON')
    .action((o: Options) => {
      if (!/^\d{1,15}$/.test(o.lot)) throw new BadInput(`"${o.lot}" is not a whole number of units`, { field: '--lot' })
      const severity: SamplingSeverity = oneOf(o.severity, SAMPLING_SEVERITIES, '--severity')
      const type = oneOf(o.type, ['single', 'double'] as const, '--type')
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
}
