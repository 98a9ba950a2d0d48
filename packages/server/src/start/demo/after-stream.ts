import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Day, isDay } from '@haixuan/domain/kernel/day'
import { readYaml } from '@haixuan/interchange/standard/read-yaml'
import { z } from 'zod'
import type { House } from '../../house.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import { type Answered, carryOut } from '../../platform/commands/carry-out.ts'
import { commands } from '../../rooms.ts'
import { DEMO } from './members.ts'
import { daysApart, shiftDays } from './shift-days.ts'

const alert = z.strictObject({ indicator: z.string(), product: z.string() })
/** A command as a person gives it; `$name` stands for the record that the step called `name` made. */
const step = z.strictObject({
  do: z.string(),
  by: z.string(),
  as: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), alert])).default({}),
  input: z.record(z.string(), z.unknown()).default({}),
  csv: z.string().optional().describe('a file beside it, given as the input csv'),
})
const file = z.strictObject({ stream: z.string().refine(isDay), steps: z.array(step).min(1) })
type Step = z.output<typeof step>
type At = { readonly folder: string; readonly project: string }

/**
 * Carries out what people did after the stream of an example: each step by its command, as the person who gave it, each
 * with a key of its own. Done once, after the example was loaded; what was broken off goes on at the next start.
 */
export async function carryOutAfterStream(
  house: House,
  at: At & { readonly fresh: boolean },
  members: () => Promise<ReadonlyMap<string, Actor>>,
): Promise<void> {
  const place = path.join(at.folder, 'after-stream.yaml')
  if (!existsSync(place)) return
  const read = readYaml(place, file)
  const keys = read.steps.map((_, n) => `demo ${at.project} ${n}`)
  if (!at.fresh && !(await brokenOff(house, keys))) return
  const steps = shiftDays(read.steps, daysApart(read.stream as Day, await dayOfStream(house, at.project)))
  const actors = await members()
  const made = new Map<string, string>()
  const versions = new Map<string, number>()
  for (const [n, each] of steps.entries()) {
    const actor = actors.get(each.by)
    if (!actor) throw new Error(`${place}: ${each.by} is no member`)
    const params: Record<string, string> = {}
    for (const [name, value] of Object.entries(each.params)) {
      const alert = typeof value === 'string' ? undefined : await alertOf(house, at.project, value)
      if (alert) versions.set(alert.id, alert.version)
      params[name] = alert?.id ?? referred(value as string, made)
    }
    const [about = ''] = Object.values(params)
    const given = { actor, key: keys[n] as string, params, version: versions.get(about) }
    const { answer, version } = await give(house, at, each, given)
    const id = (answer as { id?: string }).id
    if (id === undefined) continue
    if (each.as !== undefined) made.set(each.as, id)
    if (version !== undefined) versions.set(id, version)
  }
}

type Given = {
  readonly actor: Actor
  readonly key: string
  readonly params: Readonly<Record<string, string>>
  readonly version: number | undefined
}

/** One step, in the shape its command asks for. */
function give(house: House, { folder }: At, each: Step, { actor, key, params, version }: Given): Promise<Answered> {
  const command = commands.find((c) => c.name === each.do)
  if (!command) throw new Error(`${each.do} is no command`)
  const csv = each.csv === undefined ? {} : { csv: readFileSync(path.join(folder, each.csv), 'utf8') }
  return carryOut(house, command, {
    actor,
    key,
    version: command.versioned ? version : undefined,
    params: command.params.parse(params),
    input: command.input.parse({ ...each.input, ...csv }),
  })
}

/** The id that a parameter stands for: itself, or that of what an earlier step made. */
const referred = (value: string, made: ReadonlyMap<string, string>): string =>
  value.startsWith('$') ? (made.get(value.slice(1)) ?? value) : value

const alertOf = ({ db }: House, project: string, { indicator, product }: z.output<typeof alert>) =>
  db
    .selectFrom('alert')
    .select(['id', 'version'])
    .where('org_id', '=', DEMO.id)
    .where('project_id', '=', project)
    .where('product_id', '=', product)
    .where('indicator', '=', indicator)
    .executeTakeFirstOrThrow()

async function brokenOff({ db }: House, keys: readonly string[]): Promise<boolean> {
  const ends = [keys[0] as string, keys.at(-1) as string]
  const answered = await db
    .selectFrom('answered')
    .select('key')
    .where('org_id', '=', DEMO.id)
    .where('key', 'in', ends)
    .execute()
  return answered.some((a) => a.key === ends[0]) && !answered.some((a) => a.key === ends[1])
}

const dayOfStream = async ({ db }: House, project: string): Promise<Day> =>
  (
    await db
      .selectFrom('project')
      .select('day')
      .where('org_id', '=', DEMO.id)
      .where('id', '=', project)
      .executeTakeFirstOrThrow()
  ).day as Day
