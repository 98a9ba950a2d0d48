import { isClass } from '@haixuan/domain/gate/binding'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { type Project, project } from '@haixuan/domain/plan/project'
import { lineupSettings } from '@haixuan/domain/select/lineup/settings-schema'
import { requirementsFor, tightening } from '@haixuan/domain/select/supplier/qualification'
import type { Standard } from '../standard/load.ts'
import { type Placed, readPlacedYaml, readYaml } from '../standard/read-yaml.ts'
import { placing } from './placed-records.ts'

/** The parts that the plan leaves open in shape, as those who read them want them. */
const whole = project.extend({
  lineup: lineupSettings.omit({ slots: true, 'role-mix': true }).optional(),
  'qualification-tightening': tightening.optional(),
})

/** Reads project.yaml; what it names of the standard must exist there. @throws BadInput with file and line */
export function readPlan(file: string, standard: Standard): Placed<Project> {
  const placed = readPlacedYaml(file, project)
  const { value: plan, bad } = placed
  const { 'qualification-tightening': tighter } = readYaml(file, whole)
  if (tighter)
    placing(placed, ['qualification-tightening'], () =>
      requirementsFor({ country: 'CN', kind: 'trader' }, [], standard.qualification, tighter),
    )

  const markets = standard.markets.map((m) => m.id).sort()
  for (const [i, id] of plan.markets.entries()) {
    if (!markets.includes(id))
      throw bad(['markets', i], toOperator(`"${id}" is not a market; known are ${markets.join(', ')}`))
    if (plan.markets.indexOf(id) !== i) throw bad(['markets', i], toOperator(`"${id}" stands twice`))
  }
  const classes = standard.classes.flatMap((f) => f.classes.map((c) => c.id)).sort()
  for (const field of ['theme-classes', 'forbidden-classes'] as const)
    for (const [i, id] of (plan[field] ?? []).entries())
      if (!classes.some((known) => isClass(known, id)))
        throw bad([field, i], toOperator(`"${id}" is not a product class; known are ${classes.join(', ')}`))
  if (plan.currency !== undefined && !standard.currencies.codes.includes(plan.currency))
    throw bad(['currency'], toOperator(`${plan.currency} is not the code of a currency; write it as EUR or CNY`))
  if (plan['time-zone'] !== undefined && !isTimeZone(plan['time-zone']))
    throw bad(['time-zone'], toOperator(`"${plan['time-zone']}" is not a time zone; write it as Asia/Singapore`))
  return placed
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
