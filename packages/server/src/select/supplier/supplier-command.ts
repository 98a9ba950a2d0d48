import type { Supplier } from '@haixuan/domain/select/supplier/supplier'
import { z } from 'zod'
import { decideSupplierAndProducts } from '../../flow/decide/decide-all.ts'
import { type Asked, type Command, command, type Verb } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { recorded } from '../../platform/http/schemas.ts'
import type { StepAsked } from '../../platform/jobs/task-kind.ts'
import { parseSupplier, projectsOfSupplier, saveSupplier, supplierForUpdate } from './store.ts'

type Shape<I extends z.ZodType> = Verb<I> & {
  /** the record after the command. @throws Refusal */
  readonly change: (supplier: Supplier, asked: Asked<{ supplier: string }, z.output<I>>) => Supplier
}

/** A command that changes the record of a supplier: its gate is decided again in every open project it stands in. */
export const supplierCommand = <I extends z.ZodType>({ verb, change, ...shape }: Shape<I>): Command =>
  command({
    ...shape,
    name: `supplier.${verb}`,
    path: `/suppliers/:supplier/${verb}`,
    versioned: shape.versioned ?? true,
    params: z.object({ supplier: z.string() }),
    answer: recorded,
    async run(asked) {
      const before = await supplierForUpdate(asked, asked.params.supplier)
      await checkSeen(asked, before.body.id, before.version)
      const after = parseSupplier(change(before.body, asked as never))
      const events = await recordChange(asked, { before, after, clause: shape.clause })
      const version = before.version + 1
      return { events, answer: { id: after.id, version }, version }
    },
  })

/** Decides a supplier's gate in every open project it stands in. */
export async function decideEverywhere(
  asked: Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>,
  supplier: string,
): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  for (const project of await projectsOfSupplier(asked, supplier))
    events.push(...(await decideSupplierAndProducts(asked, project, supplier)))
  return events
}

type Change = {
  readonly before: { readonly version: number; readonly body: Supplier }
  readonly after: Supplier
  readonly clause: string
}

/** Keeps the new record of a supplier that is locked, and decides its gates; gives the events. */
export async function recordChange(asked: StepAsked, { before, after, clause }: Change): Promise<NewEvent[]> {
  const version = before.version + 1
  await saveSupplier(asked, after, version, asked.now)
  return [
    {
      type: 'supplier.changed',
      subject: after.id,
      clause,
      supplier: after.id,
      body: { command: asked.command, version, supplier: after },
    },
    ...(await decideEverywhere(asked, after.id)),
  ]
}
