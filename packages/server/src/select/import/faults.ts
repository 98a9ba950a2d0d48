import type { Text } from '@haixuan/domain/kernel/errors'
import type { Asked } from '../../platform/commands/command.ts'

/** A row that was not taken in, and why. */
export type RowFault = { readonly row: number; readonly field: string; readonly reason: Text }

/** Keeps the rows a batch did not take in, with the batch; the first fault of a row says why. */
export async function keepFaults(
  { tx, actor }: Pick<Asked, 'tx' | 'actor'>,
  task: string,
  faults: readonly RowFault[],
): Promise<void> {
  if (faults.length === 0) return
  await tx
    .insertInto('import_fault')
    .values(
      faults.map(({ row, field, reason }) => ({
        org_id: actor.org,
        task_id: task,
        row,
        field,
        reason: JSON.stringify(reason),
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}
