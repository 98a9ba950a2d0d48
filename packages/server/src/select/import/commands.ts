import { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { startTask } from '../../platform/jobs/start-task.ts'
import { importSuppliers } from './import-suppliers.ts'
import { listInput, listOf } from './list-input.ts'
import { importInput, startImport } from './start-import.ts'

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
  input: importInput,
  answer,
  async run(asked) {
    return { events: [], answer: { task: await startImport(asked, asked.params.project, asked.input) } }
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
