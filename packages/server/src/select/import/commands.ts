import { BadInput } from '@haixuan/domain/kernel/errors'
import type { Standard } from '@haixuan/interchange/standard/load'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import { command } from '../../platform/commands/command.ts'
import { startTask } from '../../platform/jobs/start-task.ts'
import { channel, channelOf } from '../product/channel.ts'
import { importProducts } from './import-products.ts'
import { importSuppliers } from './import-suppliers.ts'
import { listInput, listOf } from './list-input.ts'

const answer = z.object({ task: z.string().describe('follow it at /tasks/:task or on the stream') })

const products = command({
  name: 'product.import',
  clause: 'P2',
  roles: ['selection', 'sourcing'],
  path: '/projects/:project/imports',
  summary: {
    zh: '导入商品清单：后台逐批登记候选产品',
    en: 'Import a list of products as candidates, in the background',
  },
  params: z.object({ project: z.string() }),
  input: listInput.extend({
    currency: z
      .string()
      .length(3)
      .optional()
      .describe('of prices that nothing else tells; that of the plan when absent'),
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
  }),
  answer,
  async run(asked) {
    const { input, house } = asked
    const { id, plan } = await projectFor(asked, asked.params.project, 'share')
    const cameBy = channelOf(plan, input.channel, 'file-import')
    const currency = input.currency?.toUpperCase() ?? plan.currency
    const known = (house.standard as unknown as Standard).currencies.codes
    if (currency !== undefined && !known.includes(currency))
      throw new BadInput(`"${currency}" is no currency`, { field: 'currency' })
    const file = await listOf(asked, input.sha256)
    return {
      events: [],
      answer: {
        task: await startTask(asked, importProducts, { ...input, currency, channel: cameBy, project: id, file }, id),
      },
    }
  },
})

const suppliers = command({
  name: 'supplier.import',
  clause: 'I2',
  roles: ['selection', 'sourcing'],
  path: '/suppliers/imports',
  summary: { zh: '导入供应商清单', en: 'Import a list of suppliers, in the background' },
  params: z.object({}),
  input: listInput,
  answer,
  async run(asked) {
    const file = await listOf(asked, asked.input.sha256)
    return { events: [], answer: { task: await startTask(asked, importSuppliers, { ...asked.input, file }) } }
  },
})

export const importCommands = [products, suppliers]
