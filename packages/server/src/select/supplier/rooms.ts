import { bankCommands } from './bank/commands.ts'
import { recordCommands } from './commands.ts'
import { inspectionCommands } from './inspection/commands.ts'
import { paperNotices } from './papers/queries.ts'
import { getSupplier } from './queries/get.ts'
import { listSuppliers } from './queries/list.ts'
import { supplierProducts } from './queries/products.ts'
import { reviewSupplier } from './queries/review.ts'
import { checkNumber, inspectionTemplates, supplierStandard } from './queries/standard.ts'
import { screeningCommands } from './screening/commands.ts'
import { screeningDownloads } from './screening/downloads.ts'
import { screeningQueries } from './screening/queries.ts'

export const supplierCommands = [...recordCommands, ...bankCommands, ...inspectionCommands, ...screeningCommands]

export const supplierQueries = [
  listSuppliers,
  getSupplier,
  reviewSupplier,
  supplierProducts,
  paperNotices,
  supplierStandard,
  inspectionTemplates,
  checkNumber,
  ...screeningQueries,
]

export const supplierDownloads = screeningDownloads
