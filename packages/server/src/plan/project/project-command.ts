import { type Project, project as planSchema } from '@haixuan/domain/plan/project'
import { z } from 'zod'
import { type Asked, type Command, command, type Verb } from '../../platform/commands/command.ts'
import { parseRecord } from '../../platform/commands/parse-record.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { recordedDecided } from '../../platform/http/schemas.ts'
import { changePlan } from './change-plan.ts'
import { projectFor } from './store.ts'

type Shape<I extends z.ZodType> = Verb<I> & {
  /** products whose gates hang on what the command changes */
  readonly products?: (input: z.output<I>) => readonly string[]
  /** the plan after the command. @throws Refusal */
  readonly change: (plan: Project, asked: Asked<{ project: string }, z.output<I>>) => Project
  /** looks at the plan that would be recorded. @throws Refusal, BadInput */
  readonly allow?: (asked: Pick<Asked, 'tx' | 'actor' | 'house'>, project: string, plan: Project) => Promise<void>
}

/** A command that changes the plan of a project: the plan gate is decided again, and every gate the change touches. */
export const projectCommand = <I extends z.ZodType>({ verb, change, products, allow, ...shape }: Shape<I>): Command =>
  command({
    ...shape,
    name: `project.${verb}`,
    path: `/projects/:project/${verb}`,
    versioned: shape.versioned ?? true,
    params: z.object({ project: z.string() }),
    answer: recordedDecided,
    async run(asked) {
      const before = await projectFor(asked, asked.params.project, 'update')
      await checkSeen(asked, before.id, before.version)
      const plan = parsePlan(change(before.plan, asked as never))
      await allow?.(asked, before.id, plan)
      const { version, project, events } = await changePlan(asked, before, plan, {
        clause: shape.clause,
        products: products?.(asked.input as z.output<I>) ?? [],
      })
      return { events, answer: { id: before.id, version, state: project.state }, version }
    },
  })

/** @throws BadInput naming the field */
export const parsePlan = (record: unknown): Project => parseRecord(planSchema, record, 'plan')
