import type { TemplateValue } from '@haixuan/domain/templates/fill-template'
import type { Template } from '@haixuan/domain/templates/template-schema'
import { ofCase } from './of-case.ts'
import { ofProduct } from './of-product.ts'
import { ofSupplier } from './of-supplier.ts'
import type { Filling } from './read-record.ts'

type Filled = {
  readonly to: string | null
  readonly values: Readonly<Record<string, TemplateValue>>
  /** there is no cause to write: nothing is owed */
  readonly idle?: boolean
}

const VALUES: Readonly<Record<Template['about'], (filling: Filling) => Promise<Filled>>> = {
  supplier: ofSupplier,
  product: ofProduct,
  case: ofCase,
}

/** What a record gives the variables of the letters about its kind; null where it holds nothing. @throws Problem */
export const valuesOf = (about: Template['about'], filling: Filling): Promise<Filled> => VALUES[about](filling)
