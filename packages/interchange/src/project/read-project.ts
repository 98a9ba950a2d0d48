import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import type { Day } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Project } from '@haixuan/domain/plan/project'
import { type Offer, offer } from '@haixuan/domain/select/cooperation/offer'
import { type ProductFacts, productFacts } from '@haixuan/domain/select/product/product'
import type { Supplier } from '@haixuan/domain/select/supplier/supplier'
import { z } from 'zod'
import type { Standard } from '../standard/load.ts'
import { readPlacedYaml } from '../standard/read-yaml.ts'
import { type EvidenceFile, evidenceIn, expectEvidence } from './evidence.ts'
import { expectUnique, type PlacedRecord, placedList } from './placed-records.ts'
import { readPlan } from './read-plan.ts'
import { type FileNote, readSuppliers } from './read-suppliers.ts'

/** A project with the files beside it, read and checked; its listings are still to be imported. */
export type ReadProject = {
  readonly id: string
  readonly plan: Project
  readonly products: string
  readonly suppliers: readonly Supplier[]
  readonly facts: readonly ProductFacts[]
  readonly offers: readonly Offer[]
  readonly evidence: readonly EvidenceFile[]
  /** what was read all the same and should be known */
  readonly notes: readonly FileNote[]
}

/** Files given instead of those the project names, and headers of the supplier list by field. */
export type ProjectFiles = {
  readonly products?: string | undefined
  readonly suppliers?: string | undefined
  readonly supplierMap?: Readonly<Record<string, string>> | undefined
}

const factsFile = z.strictObject({ products: z.array(productFacts).min(1) })
const offersFile = z.strictObject({ offers: z.array(offer).min(1) })

/** Reads project.yaml and the files it names, paths from its own folder. `on` is the day of reading. @throws BadInput naming file, line and field */
export async function readProject(file: string, over: ProjectFiles, standard: Standard, on: Day): Promise<ReadProject> {
  const placed = readPlan(file, standard)
  const plan = placed.value
  const folder = path.dirname(file)
  const beside = (name: string | undefined) => (name === undefined ? undefined : path.resolve(folder, name))
  const products = over.products ?? beside(plan.files.products)
  if (products === undefined)
    throw placed.bad(['files'], toOperator('names no list of products; add files.products or give --products FILE'))
  if (!existsSync(products))
    throw new BadInput(toOperator('there is no such file; check the name'), { place: products, field: 'products' })

  const suppliersFile = over.suppliers ?? beside(plan.files.suppliers)
  const suppliers = suppliersFile
    ? await readSuppliers(suppliersFile, standard, on, over.supplierMap)
    : { records: [], notes: [] }
  const facts = recordsIn(beside(plan.files.facts), factsFile, 'products')
  expectUnique(facts, 'product', 'has two records; put them in one')
  const offers = recordsIn(beside(plan.files.offers), offersFile, 'offers')
  expectUnique(offers, 'id')
  expectUnique(offers, 'product', 'has two offers; put their markets in one')

  const evidenceFolder = beside(plan.files.evidence)
  const evidence = evidenceFolder === undefined ? [] : evidenceIn(evidenceFolder)
  if (evidenceFolder !== undefined) expectEvidence([...suppliers.records, ...facts, ...offers], evidence)
  return {
    id: plan.id ?? path.basename(path.resolve(folder)),
    plan,
    products,
    suppliers: suppliers.records.map((r) => r.value),
    facts: facts.map((r) => r.value),
    offers: offers.map((r) => r.value),
    evidence,
    notes: suppliers.notes,
  }
}

function recordsIn<K extends string, T>(
  file: string | undefined,
  schema: z.ZodType<Readonly<Record<K, readonly T[]>>>,
  list: K,
): PlacedRecord<T>[] {
  if (file === undefined) return []
  const placed = readPlacedYaml(file, schema)
  return placedList(placed, list, placed.value[list])
}

/** SHA-256 of a file, hex, read as a stream. */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
