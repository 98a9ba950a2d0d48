import { decideProject } from './flow/decide/decide-project.ts'
import { makeArchive } from './improve/archive/export-task.ts'
import { closeProject } from './improve/closure/close-project.ts'
import type { TaskKind } from './platform/jobs/task-kind.ts'
import { importProducts } from './select/import/import-products.ts'
import { importSuppliers } from './select/import/import-suppliers.ts'
import { proposeLineup } from './select/lineup/propose.ts'
import { adoptListed } from './select/supplier/screening/adopt.ts'
import { screenSuppliers } from './select/supplier/screening/screen-suppliers.ts'
import { voidScreenings } from './select/supplier/screening/withdraw.ts'
import { foreseeEffect } from './standard/foresee.ts'
import { foreseePackEffect } from './standard/packs/foresee-pack.ts'

/** Every kind of work that is done in the background, apart from the rooms: the thread that does it loads no more. */
export const taskKinds: readonly TaskKind[] = [
  decideProject,
  importProducts,
  importSuppliers,
  adoptListed,
  screenSuppliers,
  voidScreenings,
  proposeLineup,
  closeProject,
  makeArchive,
  foreseeEffect,
  foreseePackEffect,
]
