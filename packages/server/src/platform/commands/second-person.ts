import { Refusal } from '@haixuan/domain/kernel/errors'
import { cause } from '../cause.ts'
import type { Actor } from './actor.ts'

/** What a record says once nobody asks for its withdrawal. */
export const NOT_ENDING = { ending_by: null, ending_user: null, ending_at: null, ending_why: null }

/** What one person asks for is confirmed by another. @throws Refusal */
export function bySecondPerson({ user }: Pick<Actor, 'user'>, askedBy: string | null, clause: string): void {
  if (user === askedBy)
    throw new Refusal(cause('second-person'), clause, {
      zh: '请由另一人确认',
      en: 'Have another person confirm it',
    })
}
