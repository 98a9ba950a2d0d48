import type { GateState } from '../gate/gate.ts'
import { committedFields } from '../kernel/log/commitment.ts'
import type { Event } from '../kernel/log/event.ts'
import { type Project, project } from '../plan/project.ts'
import type { Offer } from '../select/cooperation/offer.ts'
import type { Listing } from '../select/product/listing.ts'
import type { ProductFacts } from '../select/product/product.ts'
import type { SupplierGroup } from './supplier-groups.ts'

/** Stands for a record of which the archive keeps back a part. */
export const WITHHELD = 'withheld'
export type Withheld = typeof WITHHELD

export type RecordedProduct = {
  readonly listing: Listing
  readonly supplier: string
  readonly facts?: ProductFacts
  readonly offer?: Offer
}

/** The records of one project at one place of its log: each later one takes the place of the one before. */
export class Records {
  plan: Project | Withheld | undefined
  planState: GateState = 'open'
  readonly suppliers = new Map<string, SupplierGroup | Withheld>()
  readonly supplierStates = new Map<string, GateState>()
  readonly products = new Map<string, RecordedProduct | Withheld>()

  /** Takes in an event that records a fact; any other leaves all as it is. */
  take(e: Event): void {
    const body = committedFields(e).length > 0 ? WITHHELD : e.body
    if (e.type === 'plan.recorded') this.plan = body === WITHHELD ? body : project.parse(body.plan)
    else if (e.type === 'supplier.recorded') this.suppliers.set(e.subject, body as unknown as SupplierGroup | Withheld)
    else if (e.type === 'product.recorded') this.#takeProduct(e.subject, body as unknown as RecordedProduct | Withheld)
  }

  /** A seller whose last product goes to a supplier on record is no supplier of the project any more. */
  #takeProduct(id: string, now: RecordedProduct | Withheld): void {
    const before = this.products.get(id)
    this.products.set(id, now)
    if (before === undefined || before === WITHHELD || now === WITHHELD || before.supplier === now.supplier) return
    for (const p of this.products.values()) if (p === WITHHELD || p.supplier === before.supplier) return
    this.suppliers.delete(before.supplier)
    this.supplierStates.delete(before.supplier)
  }

  /** Whether all that is recorded can be read. */
  get whole(): boolean {
    const all = [this.plan, ...this.suppliers.values(), ...this.products.values()]
    return !all.includes(WITHHELD)
  }
}
