import type { Supplier } from '@haixuan/domain/select/supplier/supplier'
import { importSuppliers as readSuppliers, type SupplierReport } from '@haixuan/interchange/import/import-suppliers'
import { importWordsOf } from '@haixuan/interchange/import/import-words'
import { supplierRecords } from '@haixuan/interchange/import/suppliers/supplier-record'
import type { Standard } from '@haixuan/interchange/standard/load'
import { z } from 'zod'
import type { NewEvent } from '../../platform/events/append.ts'
import { type Job, type StepAsked, taskKind } from '../../platform/jobs/task-kind.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { adoptSeller } from '../supplier/adopt-seller.ts'
import { insertSuppliers } from '../supplier/store.ts'
import { decideEverywhere } from '../supplier/supplier-command.ts'
import { keepFaults, type RowFault } from './faults.ts'
import { listInput } from './list-input.ts'
import { countRows, withList } from './read-list.ts'

const ROWS_AT_ONCE = 100
const LONGEST_ID = 80

const input = listInput.extend({ file: z.string() })
type Input = z.output<typeof input>
type Place = { readonly row: number; readonly added: number; readonly present: number }
const BEGINNING: Place = { row: 0, added: 0, present: 0 }
type Row = { readonly row: number; readonly supplier: Supplier }
type Batch = { readonly row: number; readonly suppliers: readonly Row[]; readonly faults: readonly RowFault[] }

/** P2, I2 · Records the suppliers of a list; one that is on record already is left as it is, and told as a fault. */
export const importSuppliers = taskKind({
  name: 'supplier.import',
  input,
  run: (job) =>
    withList(job.house, job.actor.org, job.input, async (source) => {
      let place = (job.place as Place | null) ?? BEGINNING
      const of = await countRows(source, job.input.sheet)
      const report = await readBatches(job, source, async ({ row, suppliers, faults }) => {
        if (row <= place.row) return
        const rest = suppliers.filter((s) => s.row > place.row)
        await job.step(async (asked) => {
          const { added, events } = await record(
            asked,
            rest.map((r) => r.supplier),
          )
          const present = rest.filter((r) => !added.has(r.supplier.id))
          await keepFaults(asked, job.id, [...faults, ...present.map(onRecord)])
          place = { row, added: place.added + added.size, present: place.present + present.length }
          return { events, place, done: row, of: Math.max(of, row) }
        })
      })
      return { ...report, file: job.input.file, added: place.added, present: place.present }
    }),
})

const onRecord = ({ row, supplier }: Row): RowFault => ({
  row,
  field: 'code',
  reason: { zh: `供应商 ${supplier.id} 已有档案，未改动`, en: `supplier ${supplier.id} is on record; left as it is` },
})

/** Records suppliers that are new, gives them the products that name them, and decides their gates. */
async function record(asked: StepAsked, suppliers: readonly Supplier[]) {
  const added = new Set(await insertSuppliers(asked, suppliers, asked.now))
  const events: NewEvent[] = []
  for (const supplier of suppliers.filter(
    (s, i) => added.has(s.id) && suppliers.findIndex((o) => o.id === s.id) === i,
  )) {
    const body = { command: asked.command, version: 1, supplier }
    events.push({ type: 'supplier.changed', subject: supplier.id, clause: 'I2', supplier: supplier.id, body })
    events.push(...(await adoptSeller(asked, supplier)), ...(await decideEverywhere(asked, supplier.id)))
  }
  return { added, events }
}

async function readBatches(
  { house, input: { map, sheet } }: Job<Input>,
  source: string,
  take: (batch: Batch) => Promise<void>,
): Promise<SupplierReport> {
  const standard = house.standard as unknown as Standard
  const recordOf = supplierRecords(standard['supplier-columns'], standard.qualification, dayHere(house, house.clock()))
  let batch = { row: 0, suppliers: [] as Row[], faults: [] as RowFault[] }
  const sizeOf = () => batch.suppliers.length + batch.faults.length
  for await (const e of readSuppliers(source, { words: importWordsOf(standard), map, sheet })) {
    if (e.kind === 'report') {
      if (sizeOf() > 0) await take(batch)
      return e.report
    }
    if (e.kind === 'warning') continue
    if (e.kind === 'rejected') batch.faults.push({ row: e.row, field: e.field, reason: e.reason })
    else {
      const { supplier, remarks } = recordOf(e.supplier)
      if (supplier) batch.suppliers.push({ row: e.supplier.row, supplier: { ...supplier, id: idFrom(supplier.id) } })
      // the last remark says why a row is no record
      else batch.faults.push({ row: e.supplier.row, ...remarks.at(-1)! })
    }
    batch.row = e.kind === 'rejected' ? e.row : e.supplier.row
    if (sizeOf() < ROWS_AT_ONCE) continue
    await take(batch)
    batch = { row: batch.row, suppliers: [], faults: [] }
  }
  throw new Error(`${source} gave no report of its import`)
}

/** A code or a name as an id: letters, digits and `._-`, as ids that people choose. */
const idFrom = (said: string) =>
  said
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[._-]+|-+$/g, '')
    .slice(0, LONGEST_ID) || 'S'
