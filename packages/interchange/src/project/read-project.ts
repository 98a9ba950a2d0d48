import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { type Project, project } from '@haixuan/domain/plan/project'
import { type Offer, offer } from '@haixuan/domain/select/cooperation/offer'
import { type ProductFacts, productFacts } from '@haixuan/domain/select/product/product'
import { type Supplier, supplierFile } from '@haixuan/domain/select/supplier/supplier'
import { z } from 'zod'
import { readPlacedYaml, readYaml } from '../standard/read-yaml.ts'

/** A project with the files beside it, read and checked in shape; its listings are still to be imported. */
export type ReadProject = {
  readonly id: string
  readonly plan: Project
  readonly products: string
  readonly suppliers: readonly Supplier[]
  readonly facts: readonly ProductFacts[]
  readonly offers: readonly Offer[]
  /** evidence files by the name that records use */
  readonly evidence: readonly { readonly name: string; readonly path: string }[]
}

const factsFile = z.strictObject({ products: z.array(productFacts).min(1) })
const offersFile = z.strictObject({ offers: z.array(offer).min(1) })

/**
 * Reads project.yaml and the files it names. `over` replaces files from the command line.
 * @throws BadInput naming file, line and field
 */
export function readProject(
  file: string,
  over: { readonly products?: string | undefined; readonly suppliers?: string | undefined },
  markets: readonly { readonly id: string }[],
): ReadProject {
  const placed = readPlacedYaml(file, project)
  const plan = placed.value
  for (const [i, id] of plan.markets.entries()) {
    if (!markets.some((m) => m.id === id))
      throw placed.bad(
        ['markets', i],
        `"${id}" is not a market; known are ${markets
          .map((m) => m.id)
          .sort()
          .join(', ')}`,
      )
    if (plan.markets.indexOf(id) !== i) throw placed.bad(['markets', i], `"${id}" stands twice`)
  }
  const folder = path.dirname(file)
  const beside = (name: string | undefined) => (name === undefined ? undefined : path.resolve(folder, name))
  const products = over.products ?? beside(plan.files.products)
  if (products === undefined)
    throw placed.bad(['files'], 'names no list of products; add files.products or give --products FILE')
  if (!existsSync(products)) throw new BadInput('there is no such file', { place: products, field: 'products' })
  const suppliersPath = over.suppliers ?? beside(plan.files.suppliers)
  const offersPath = beside(plan.files.offers)
  const factsPath = beside(plan.files.facts)
  return {
    id: plan.id ?? path.basename(path.resolve(folder)),
    plan,
    products,
    suppliers: suppliersPath === undefined ? [] : readYaml(suppliersPath, supplierFile).suppliers,
    facts: factsPath === undefined ? [] : readYaml(factsPath, factsFile).products,
    offers: offersPath === undefined ? [] : readYaml(offersPath, offersFile).offers,
    evidence: evidenceIn(beside(plan.files.evidence)),
  }
}

function evidenceIn(folder: string | undefined): { name: string; path: string }[] {
  if (folder === undefined) return []
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new BadInput('is not a folder of evidence', { place: folder, field: 'files.evidence' })
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((each) => ({ name: path.relative(folder, each).split(path.sep).join('/'), path: each }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Every piece of evidence that records name must lie in the evidence folder. @throws BadInput naming the first that does not */
export function checkEvidence({ suppliers, facts, offers, evidence }: ReadProject): void {
  const held = new Set(evidence.map((e) => e.name))
  if (held.size === 0) return
  const walk = (value: unknown, place: string): void => {
    if (Array.isArray(value)) for (const [i, each] of value.entries()) walk(each, `${place}[${i}]`)
    else if (value && typeof value === 'object')
      for (const [key, each] of Object.entries(value)) {
        if (key === 'evidence' && typeof each === 'string' && !held.has(each))
          throw new BadInput(`"${each}" is not in the evidence folder; add the file or correct the name`, {
            place,
            field: key,
          })
        walk(each, `${place}.${key}`)
      }
  }
  for (const s of suppliers) walk(s, `supplier ${s.id}`)
  for (const f of facts) walk(f, `product ${f.product}`)
  for (const o of offers) walk(o, `offer ${o.id}`)
}

/** SHA-256 of a file, hex, read as a stream. */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
