import { BadInput } from '@haixuan/domain/kernel/errors'
import type { Project } from '@haixuan/domain/plan/project'
import { z } from 'zod'
import { because } from '../because.ts'

/** P2 · Every candidate keeps the channel it came by. */
export const channel = z.string().min(1).optional().describe('sourcing channel of the plan, by its id')

type Kind = Project['channels'][number]['kind']

/** The channel that is named, or the only one of a kind. @throws BadInput when the plan has none of that id */
export function channelOf({ channels }: Project, id: string | undefined, kind: Kind | undefined): string | undefined {
  if (id === undefined) {
    const some = channels.filter((c) => c.kind === kind)
    return some.length === 1 ? some[0]!.id : undefined
  }
  if (channels.some((c) => c.id === id)) return id
  const known = channels.map((c) => c.id).join(', ') || 'none'
  throw new BadInput(because('no-sourcing-channel', { id, known }), { field: 'channel' })
}
