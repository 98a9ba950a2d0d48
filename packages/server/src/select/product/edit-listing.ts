import { listing } from '@haixuan/domain/select/product/listing'
import { productCommand } from './product-command.ts'

const edited = listing
  .pick({ title: true, description: true, price: true, priceTo: true, listPrice: true, images: true, brand: true })
  .partial()

/** R3 · Changes what a listing says, such as a claim that nothing proves; its texts are read again. */
export const editListing = productCommand({
  verb: 'edit-listing',
  clause: 'R3',
  roles: ['selection', 'sourcing', 'legal', 'supplier'],
  summary: { zh: '修改标题、描述、价格、品牌或图片', en: 'Change title, description, price, brand or images' },
  input: edited,
  relist: (before, { input }) => Object.assign({}, before, input),
})
