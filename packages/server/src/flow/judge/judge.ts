import { hash } from 'node:crypto'
import { judgeOne, readOne } from '@haixuan/domain/flow/carry-out'
import { type BriefDecision, brief, type GateDecision, type LoggedFinding } from '@haixuan/domain/flow/decision'
import type { Desk } from '@haixuan/domain/flow/desk'
import { likenessOf, mentionedIn } from '@haixuan/domain/flow/likeness'
import { aboutOf, type ReadListing, readListing } from '@haixuan/domain/flow/review-product'
import type { About } from '@haixuan/domain/gate/binding'
import type { GateState, Judged } from '@haixuan/domain/gate/gate'
import type { Project } from '@haixuan/domain/plan/project'
import type { LandedCost } from '@haixuan/domain/select/cooperation/pricing/landed-cost'
import type { Listing } from '@haixuan/domain/select/product/listing'
import type { Product } from '@haixuan/domain/select/product/product-case'
import { type ProductRow, recordedIn } from './product-rows.ts'

/** The outcome for all products that are alike; findings bear marks in place of what is a product's own. */
type Judgement = {
  /** names the outcome by its content, as `likeness` keeps it */
  readonly id: string
  readonly about: About
  readonly findings: readonly Judged[]
  readonly decision: GateDecision
  /** the decision as the log keeps it, the findings it names told once */
  readonly brief: BriefDecision
  readonly told: readonly LoggedFinding[]
  readonly costs: readonly LandedCost[]
}

/** A product as it was read, with the outcome it shares. */
export type JudgedProduct = {
  readonly product: Product
  readonly judgement: Judgement
}

/** Listings that are going to be judged as they are, read while something else is waited for. */
export class ReadAhead {
  readonly #desk: Desk
  readonly #read = new Map<Listing, ReadListing>()

  constructor({ desk }: Judge) {
    this.#desk = desk
  }

  read(listing: Listing): void {
    this.#read.set(listing, readListing(listing, undefined, this.#desk.readers))
  }

  /** What a listing says, when it was read for this desk. */
  of(listing: Listing, desk: Desk): ReadListing | undefined {
    return desk === this.#desk ? this.#read.get(listing) : undefined
  }
}

/** Outcomes kept for products still to come. */
const KEPT = 2_000

/** Judges the products of a project under its plan; those that are alike once. */
export class Judge {
  readonly plan: Project
  readonly desk: Desk
  readonly #planState: GateState
  readonly #mentioned: ReadonlySet<string>
  readonly #known = new Map<string, Judgement>()

  constructor(plan: Project, desk: Desk, planState: GateState) {
    this.plan = plan
    this.desk = desk
    this.#planState = planState
    this.#mentioned = mentionedIn(plan)
  }

  judge(row: ProductRow, ahead?: ReadAhead): JudgedProduct {
    const recorded = recordedIn(row)
    // what people recorded is read with the listing
    const read = row.facts?.class || row.facts?.traits ? undefined : ahead?.of(row.listing, this.desk)
    const product = readOne(recorded, this.plan, this.desk, read)
    const { asked, readers } = this.desk
    const { text, like } = likenessOf(product, recorded.offer, { asked, mentioned: this.#mentioned })
    const key = hashOf(readers.version, text, row.supplier_state, String(product.brandAuthorised))
    const known = this.#known.get(key)
    if (known === undefined && this.#known.size >= KEPT) this.#known.delete(this.#known.keys().next().value as string)
    const judgement = known ?? this.#judge(like, recorded.offer, row.supplier_state, text)
    this.#known.set(key, judgement)
    return { product, judgement }
  }

  #judge(like: Product, offer: Parameters<typeof judgeOne>[1], supplier: GateState, text: string): Judgement {
    const above = { plan: this.#planState, supplier }
    const { findings, decision, costs } = judgeOne(like, offer, this.plan, this.desk, above)
    const digest = hashOf(this.desk.readers.version, text, JSON.stringify([findings, decision, costs]))
    const about = aboutOf(like, offer?.delivery.mode)
    const { decision: logged, findings: told } = brief(decision)
    return { id: asUuid(digest), about, findings, decision, brief: logged, told, costs }
  }
}

const hashOf = (...parts: readonly string[]) => hash('sha256', parts.map((part) => `${part}\0`).join(''))

const asUuid = (hex: string) => hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
