import { addDays, type Day, dayOf, type Instant } from '@haixuan/domain/kernel/day'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { Listing } from '@haixuan/domain/select/product/listing'
import { importListings } from '@haixuan/interchange/import/import-listings'
import { importWordsOf } from '@haixuan/interchange/import/import-words'
import { type ReadProject, readProject } from '@haixuan/interchange/project/read-project'
import type { Standard } from '@haixuan/interchange/standard/load'
import { decidePlanGate } from '../../flow/decide/decide-plan.ts'
import { decideProducts, type Standing } from '../../flow/decide/decide-products.ts'
import type { House } from '../../house.ts'
import { parsePlan } from '../../plan/project/project-command.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import type { Asked } from '../../platform/commands/command.ts'
import { inScope } from '../../platform/database/scope.ts'
import { appendEvents, type NewEvent } from '../../platform/events/append.ts'
import { putOffer } from '../../select/cooperation/store.ts'
import { addCandidates } from '../../select/product/add-candidates.ts'
import { channelOf } from '../../select/product/channel.ts'
import { productRecorded } from '../../select/product/record-product.ts'
import { productForUpdate } from '../../select/product/store.ts'
import { insertSupplier } from '../../select/supplier/store.ts'
import { bySha256, recordEvidence, storeEvidence } from './evidence.ts'
import { shiftDays, weeksTo } from './shift-days.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house' | 'command'>
/** What was loaded, as whom, and when that is said to have been. */
export type Loaded = { readonly project: string; readonly author: Actor; readonly now: Instant }
type Example = ReadProject & { readonly listings: readonly Listing[] }

/**
 * Records the project of a project.yaml with the files beside it, as its author, all or nothing: the plan with its life
 * so far, suppliers, products, facts and terms, each gate decided. Its stream moves near to today, a week past when its
 * results are known, else ahead; one that is past was worked on in the days before it.
 */
export async function loadExample(house: House, file: string, actors: ReadonlyMap<string, Actor>): Promise<Loaded> {
  const read = await readExample(house, file)
  const now = read.plan.results ? before(read.plan.date as Day) : house.clock()
  const author = actors.get(read.plan.versions[0]?.author ?? '')
  if (!author) throw new Error(`${file}: its author is no member`)
  const stored = await storeEvidence(house, author.org, read.evidence)
  const example = bySha256(read, stored)
  const supplierOf = new Map(read.facts.flatMap((f) => (f.supplier === undefined ? [] : [[f.product, f.supplier]])))
  await inScope(house.db, author, async (tx) => {
    const asked: With = { tx, actor: author, now, house, command: 'project.load-example' }
    const evidence = await recordEvidence(asked, stored, supplierOf)
    const { project, events } = await recordPlan(asked, example)
    const suppliers = await recordSuppliers(asked, example)
    const candidates = await addCandidates(asked, project, example.listings, {
      facts: example.facts,
      channel: channelOf(project.plan, undefined, 'file-import'),
    })
    const offers = await recordOffers(asked, project, example.offers)
    await appendEvents(tx, asked, [...evidence, ...events, ...suppliers, ...candidates.events, ...offers])
  })
  house.committed?.()
  return { project: example.id, author, now }
}

/** When what was on air on a day was made ready: two days before. */
const before = (stream: Day): Instant => `${addDays(stream, -2)}T02:00:00.000Z` as Instant

async function readExample({ standard, clock }: House, file: string): Promise<Example> {
  const all = standard as Standard
  const today = dayOf(clock())
  const read = await readProject(file, {}, all, today)
  const listings: Listing[] = []
  for await (const e of importListings(read.products, { words: importWordsOf(all), currency: read.plan.currency }))
    if (e.kind === 'listing') listings.push(e.listing)
  const days = weeksTo(read.plan.date, today, read.plan.results ? 'last' : 'next')
  const { plan, suppliers, facts, offers } = read
  return { ...read, listings, ...shiftDays({ plan, suppliers, facts, offers }, days) }
}

async function recordPlan(asked: With, { id, plan: read }: Example) {
  const { tx, actor, now, command } = asked
  // the files lie in the records from now on
  const { files: _, ...kept } = read
  const plan = parsePlan({ ...kept, id })
  const version = Math.max(plan.versions.length, 1)
  await tx
    .insertInto('project')
    .values({
      org_id: actor.org,
      id,
      version,
      plan: JSON.stringify(plan),
      name: plan.name ?? plan.theme,
      day: plan.date,
      created_at: now,
      updated_at: now,
    })
    .execute()
  const { project, event } = await decidePlanGate(asked, id, plan)
  const recorded: NewEvent = {
    type: 'plan.recorded',
    subject: id,
    clause: 'P5',
    project: id,
    body: { plan, command, version },
  }
  return { project, events: [recorded, event] }
}

async function recordSuppliers(asked: With, { suppliers }: Example): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  for (const supplier of suppliers) {
    await insertSupplier(asked, supplier, asked.now)
    events.push({
      type: 'supplier.changed',
      subject: supplier.id,
      clause: 'I2',
      supplier: supplier.id,
      body: { command: asked.command, version: 1, supplier },
    })
  }
  return events
}

/** Terms of products that are among the candidates; the gates of those are decided again. */
async function recordOffers(asked: With, project: Standing, offers: readonly Offer[]): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  for (const read of offers) {
    const { supplier, listing, facts } = await productForUpdate(asked, project.id, read.product)
    const offer = { ...read, supplier }
    await putOffer(asked, project.id, { body: offer, version: 1, waits: true }, asked.now)
    const { command } = asked
    const recorded = { id: read.product, project: project.id, supplier, listing, facts, offer, command, version: 1 }
    events.push(productRecorded('I6', recorded))
  }
  const decided = await decideProducts(asked, project, { ids: offers.map((o) => o.product) })
  return [...events, ...decided]
}
