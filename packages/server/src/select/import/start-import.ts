import { BadInput } from '@haixuan/domain/kernel/errors'
import type { Standard } from '@haixuan/interchange/standard/load'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import type { Asked } from '../../platform/commands/command.ts'
import { startTask } from '../../platform/jobs/start-task.ts'
import { because } from '../because.ts'
import { channel, channelOf } from '../product/channel.ts'
import { importProducts } from './import-products.ts'
import { listInput, listOf } from './list-input.ts'

/** P2 · A list of products that was uploaded, and what its rows do not tell. */
export const importInput = listInput.extend({
  currency: z.string().length(3).optional().describe('of prices that nothing else tells; that of the plan when absent'),
  channel,
  seller: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('whose list it is, for rows that name no seller; a mapping is remembered with it'),
  prices: z
    .enum(['keep', 'take'])
    .default('keep')
    .describe('`take`: products that are candidates already take the price of the list'),
})
export type ImportInput = z.output<typeof importInput>

/** P2 · Starts the import of a list into a project in the background; gives the task. @throws Problem, BadInput */
export async function startImport(
  asked: Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>,
  project: string,
  input: ImportInput,
): Promise<string> {
  const { id, plan } = await projectFor(asked, project, 'share')
  const cameBy = channelOf(plan, input.channel, 'file-import')
  const currency = input.currency?.toUpperCase() ?? plan.currency
  const known = (asked.house.standard as unknown as Standard).currencies.codes
  if (currency !== undefined && !known.includes(currency))
    throw new BadInput(because('currency-unknown', { currency }), { field: 'currency' })
  const file = await listOf(asked, input.sha256)
  return startTask(asked, importProducts, { ...input, currency, channel: cameBy, project: id, file }, id)
}
