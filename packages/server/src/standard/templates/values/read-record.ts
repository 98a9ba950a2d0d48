import type { Day } from '@haixuan/domain/kernel/day'
import type { TemplateKind } from '@haixuan/domain/templates/template-schema'
import type { z } from 'zod'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { authorise } from '../../../platform/commands/authorise.ts'
import type { Query, Question } from '../../../platform/queries/query.ts'
import type { Saying } from './said.ts'

/** What a letter is filled from: who writes, about which record, in which language, on which day. */
export type Filling = Pick<Question, 'tx' | 'actor' | 'house'> & {
  readonly kind: TemplateKind
  readonly record: string
  readonly project: string | undefined
  readonly say: Saying
  readonly today: Day
}

/** Asks what the page of a record asks, with the rights of whoever writes: a letter tells no more than the page does. */
export async function readRecord<S extends z.ZodType>(
  { tx, actor, house }: Filling,
  query: Query,
  params: object,
  shape: S,
): Promise<z.output<S>> {
  authorise(actor, { kind: 'query', name: query.name, roles: query.roles ?? MEMBER_ROLES })
  return shape.parse(await query.run({ tx, actor, house, params, query: {} } as never))
}
