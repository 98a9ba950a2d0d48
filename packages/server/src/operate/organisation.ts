import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Transaction } from 'kysely'
import type { Tables } from '../platform/database/tables.ts'

export type Tx = Transaction<Tables>

/** Who did, in the log, what was done on the machine of the server. */
export const OPERATOR = 'haixuan CLI'

/** The organisation named or, where there is one alone, that. @throws BadInput */
export async function theOrganisation(tx: Tx, id: string | undefined): Promise<string> {
  const all = (await tx.selectFrom('organisation').select('id').orderBy('id').execute()).map((o) => o.id)
  const found = id === undefined && all.length === 1 ? all[0] : all.find((each) => each === id)
  if (found !== undefined) return found
  const known = all.length === 0 ? 'there is none yet' : `known are ${all.join(', ')}`
  throw new BadInput(
    toOperator(id === undefined ? `name the organisation; ${known}` : `"${id}" is no organisation; ${known}`),
    {
      field: '--organisation',
    },
  )
}
