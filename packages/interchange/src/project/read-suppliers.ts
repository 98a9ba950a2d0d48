import type { Day } from '@haixuan/domain/kernel/day'
import { BadInput, type Text } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { checkId, knownKinds } from '@haixuan/domain/select/supplier/identity'
import { scoreInspection } from '@haixuan/domain/select/supplier/inspection'
import { type Supplier, supplierFile } from '@haixuan/domain/select/supplier/supplier'
import { importSuppliers } from '../import/import-suppliers.ts'
import { importWordsOf } from '../import/import-words.ts'
import { supplierRecords } from '../import/suppliers/supplier-record.ts'
import type { Standard } from '../standard/load.ts'
import { readPlacedYaml } from '../standard/read-yaml.ts'
import { expectUnique, type PlacedRecord, placedList, placing } from './placed-records.ts'

/** What a person should know of a file that was read all the same. */
export type FileNote = { readonly place: string; readonly field?: string; readonly what: Text }
export type ReadSuppliers = {
  readonly records: readonly PlacedRecord<Supplier>[]
  readonly notes: readonly FileNote[]
}

const COUNTRIES = new Set(knownKinds().map((kind) => kind.split(' ')[0]))
const TABLE = /\.(csv|tsv|txt|xlsx|xlsm)$/i

/**
 * Reads suppliers: a list, CSV or XLSX, by its name, else YAML records. `on` is the day of reading.
 * @throws BadInput naming file and line or row
 */
export async function readSuppliers(
  file: string,
  standard: Standard,
  on: Day,
  map?: Readonly<Record<string, string>>,
): Promise<ReadSuppliers> {
  const read = TABLE.test(file) ? await fromList(file, standard, on, map) : fromYaml(file, map)
  expectUnique(read.records, 'id', 'stands twice; give each supplier one record')
  for (const record of read.records) checkSupplier(record, standard, on)
  return read
}

function fromYaml(file: string, map: Readonly<Record<string, string>> | undefined): ReadSuppliers {
  if (map)
    throw new BadInput(toOperator('is YAML, which has no columns to map; leave --supplier-map out'), { place: file })
  const placed = readPlacedYaml(file, supplierFile)
  return { records: placedList(placed, 'suppliers', placed.value.suppliers), notes: [] }
}

async function fromList(
  file: string,
  standard: Standard,
  on: Day,
  map: Readonly<Record<string, string>> | undefined,
): Promise<ReadSuppliers> {
  const recordOf = supplierRecords(standard['supplier-columns'], standard.qualification, on)
  const records: PlacedRecord<Supplier>[] = []
  const notes: FileNote[] = []
  for await (const event of importSuppliers(file, { words: importWordsOf(standard), map })) {
    if (event.kind === 'report') continue
    const place = `${file}, row ${event.kind === 'supplier' ? event.supplier.row : event.row}`
    const note = ({ field, reason }: { field: string; reason: Text }, left = false) =>
      notes.push({ place, field, what: left ? leftOut(reason) : reason })
    if (event.kind !== 'supplier') {
      note(event, event.kind === 'rejected')
      continue
    }
    const { supplier, remarks } = recordOf(event.supplier)
    for (const [i, remark] of remarks.entries()) note(remark, !supplier && i === remarks.length - 1)
    if (supplier)
      records.push({
        value: supplier,
        bad: (path, reason) => new BadInput(reason, { place, field: path.map(String).join('.') }),
      })
  }
  if (records.length === 0) throw nothingIn(file, notes)
  return { records, notes }
}

const leftOut = ({ zh, en }: Text): Text => ({ zh: `${zh}；该行未采用`, en: `${en}; the row is left out` })

function nothingIn(file: string, notes: readonly FileNote[]): BadInput {
  const first = notes.at(-1)
  const why = first ? `; ${first.place.slice(file.length + 2)}: ${first.field ?? 'row'}: ${first.what.en}` : ''
  return new BadInput(toOperator(`no row is a supplier${why}`), { place: file })
}

/** What a record names must exist: kinds of numbers, documents, classes, templates and their items. @throws BadInput */
function checkSupplier(record: PlacedRecord<Supplier>, standard: Standard, on: Day): void {
  const { value: supplier, bad } = record
  const numbers = (of: Supplier['numbers'], path: readonly PropertyKey[]) => {
    for (const [i, n] of of.entries())
      if (!COUNTRIES.has(n.country))
        throw bad(
          [...path, i, 'country'],
          toOperator(`no numbers are known for "${n.country}"; write it as cn, or int for an LEI`),
        )
      else placing(record, [...path, i], () => checkId(n.country, n.kind, n.number))
  }
  numbers(supplier.numbers, ['numbers'])
  const documents = new Set(standard.documents.documents.map((d) => d.id))
  for (const [i, document] of supplier.documents.entries()) {
    if (!documents.has(document.type))
      throw bad(
        ['documents', i, 'type'],
        toOperator(`"${document.type}" is not a type of document; see standard/documents.yaml`),
      )
    numbers(document.says?.numbers ?? [], ['documents', i, 'says', 'numbers'])
  }
  const classes = new Set(standard.classes.flatMap((f) => f.classes.map((c) => c.id)))
  for (const [i, id] of supplier.classes.entries())
    if (!classes.has(id)) throw bad(['classes', i], toOperator(`"${id}" is not a product class; see standard/classes`))
  const templates = new Map(standard.inspections.templates.map((t) => [t.id, t]))
  for (const [i, inspection] of supplier.inspections.entries()) {
    const template = templates.get(inspection.template)
    if (!template)
      throw bad(
        ['inspections', i, 'template'],
        toOperator(`"${inspection.template}" is not a template; known are ${[...templates.keys()].join(', ')}`),
      )
    placing(record, ['inspections', i], () => scoreInspection(inspection, template, on))
  }
}
