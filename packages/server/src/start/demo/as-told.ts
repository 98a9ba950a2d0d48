import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Day, type Instant, isDay } from '@haixuan/domain/kernel/day'
import { readYaml } from '@haixuan/interchange/standard/read-yaml'
import { z } from 'zod'
import type { House } from '../../house.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import { type Answered, carryOut } from '../../platform/commands/carry-out.ts'
import { commands } from '../../rooms.ts'
import { DEMO } from './members.ts'
import { daysApart, shiftDays } from './shift-days.ts'

const MINUTE_MS = 60_000
const alert = z.strictObject({ indicator: z.string(), product: z.string() })
/** A command as a person gives it; `$name` stands for the record that the step called `name` made. */
const step = z.strictObject({
  do: z.string(),
  by: z.string(),
  as: z.string().optional(),
  at: z.iso.datetime({ offset: true }).optional().describe('when it was done; when it is loaded where nothing is said'),
  version: z.int().positive().optional().describe('of the record it is about, where no step before told it'),
  times: z.int().positive().default(1).describe('how often it was done'),
  every: z.int().positive().optional().describe('minutes from one time to the next'),
  params: z.record(z.string(), z.union([z.string(), alert])).default({}),
  input: z.record(z.string(), z.unknown()).default({}),
  csv: z.string().optional().describe('a file beside it, given as the input csv'),
})
const file = z.strictObject({ stream: z.string().refine(isDay), steps: z.array(step).min(1) })
type Step = z.output<typeof step>
type At = { readonly folder: string; readonly project: string }

/** What people of an example did, by the file that tells it: on the day of its stream, and after it. */
const TOLD = [
  { name: 'on-air.yaml', key: 'air ' },
  { name: 'after-stream.yaml', key: '' },
] as const

/**
 * Carries out what people did on and after the stream of an example: each step by its command, as the person who gave it,
 * each with a key of its own. Done once, after the example was loaded; what was broken off goes on at the next start.
 */
export async function carryOutAsTold(
  house: House,
  at: At & { readonly fresh: boolean },
  members: () => Promise<ReadonlyMap<string, Actor>>,
): Promise<void> {
  const told = TOLD.flatMap(({ name, key }) => {
    const place = path.join(at.folder, name)
    return existsSync(place) ? [{ place, key, ...readYaml(place, file) }] : []
  })
  const all = told.flatMap(({ place, key, stream, steps }) =>
    steps.flatMap(eachTime).map((step, n) => ({ place, key: `demo ${at.project} ${key}${n}`, stream, step })),
  )
  const [first] = all
  if (!first || !(at.fresh || (await brokenOff(house, all)))) return
  const days = daysApart(first.stream as Day, await dayOfStream(house, at.project))
  const actors = await members()
  const made = new Map<string, string>()
  const versions = new Map<string, number>()
  for (const { place, key, step } of all) {
    const each = shiftDays(step, days)
    const actor = actors.get(each.by)
    if (!actor) throw new Error(`${place}: ${each.by} is no member`)
    const params: Record<string, string> = {}
    for (const [name, value] of Object.entries(each.params)) {
      const alert = typeof value === 'string' ? undefined : await alertOf(house, at.project, value)
      if (alert) versions.set(alert.id, alert.version)
      params[name] = alert?.id ?? referred(value as string, made)
    }
    const [about = ''] = Object.values(params)
    const given = { actor, key, params, version: each.version ?? versions.get(about) }
    const then =
      each.at === undefined ? house : { ...house, clock: () => new Date(each.at as string).toISOString() as Instant }
    const { answer, version } = await give(then, at, each, given)
    const { id } = answer as { id?: string }
    if (each.as !== undefined && id !== undefined) made.set(each.as, id)
    if (version !== undefined) versions.set(id ?? about, version)
  }
}

/** A step as often as it was done, each time with its moment. */
const eachTime = ({ times, every = 0, ...step }: Step): Step[] =>
  Array.from({ length: times }, (_, n) => ({
    ...step,
    times: 1,
    ...(step.at === undefined ? {} : { at: new Date(Date.parse(step.at) + n * every * MINUTE_MS).toISOString() }),
  }))

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

async function brokenOff({ db }: House, steps: readonly { readonly key: string }[]): Promise<boolean> {
  const ends = [steps[0]?.key as string, steps.at(-1)?.key as string]
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
