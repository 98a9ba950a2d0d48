import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import { command } from '../../platform/commands/command.ts'
import { recordedDecided } from '../../platform/http/schemas.ts'
import { hold } from '../../supervise/live/take-off.ts'
import { productForUpdate, stateOf } from './store.ts'

/** S2 · Holds a product off every lineup of its project; one that is held already stays as it is. */
export const holdProduct = command({
  name: 'product.hold',
  clause: 'S2',
  roles: ['selection', 'quality', 'legal', 'live-control'],
  path: '/projects/:project/products/:product/hold',
  summary: { zh: '冻结该产品', en: 'Hold the product off every lineup' },
  params: z.object({ project: z.string(), product: z.string() }),
  input: z.strictObject({ reason: z.string().min(1) }),
  answer: recordedDecided,
  async run(asked) {
    const { project: projectId, product } = asked.params
    const project = await projectFor(asked, projectId, 'update')
    const { version } = await productForUpdate(asked, projectId, product)
    const events = await hold(asked, project, { product, reason: asked.input.reason })
    const state = await stateOf(asked, projectId, product)
    return { events, answer: { id: product, version, state } }
  },
})
