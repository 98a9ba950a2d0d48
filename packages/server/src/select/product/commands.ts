import { productId } from '@haixuan/domain/flow/review-product'
import { ROLES, TRAITS } from '@haixuan/domain/gate/words'
import { Refusal } from '@haixuan/domain/kernel/errors'
import { stateWord } from '@haixuan/domain/kernel/state-words'
import { type Listing, listing } from '@haixuan/domain/select/product/listing'
import { certificate, claimEvidence, label, productFacts } from '@haixuan/domain/select/product/product'
import { handOver, handover, type SampleState, stateOf } from '@haixuan/domain/select/product/sample'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import { bulk } from '../../platform/commands/bulk.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { because } from '../because.ts'
import { addCandidates } from './add-candidates.ts'
import { channel, channelOf } from './channel.ts'
import { editListing } from './edit-listing.ts'
import { holdProduct } from './hold-product.ts'
import { productCommand } from './product-command.ts'

const nominate = command({
  name: 'product.nominate',
  clause: 'P2',
  roles: ['selection', 'sourcing', 'supplier'],
  path: '/projects/:project/products',
  summary: { zh: '逐件登记候选产品', en: 'Nominate candidates one by one' },
  params: z.object({ project: z.string() }),
  input: z.strictObject({ listings: z.array(listing).min(1).max(200), channel }),
  answer: z.object({ added: z.array(z.string()), present: z.array(z.string()) }),
  async run(asked) {
    const project = await projectFor(asked, asked.params.project, 'share')
    // rows that have no sku or gtin are those of this request, whatever their numbers
    const list = crypto.randomUUID().slice(0, 8)
    const told = asked.input.listings.map((l) => (l.sku || l.gtin || l.list ? l : { ...l, list }))
    const listings = await asOwnSeller(asked, project.id, told)
    const kind = asked.actor.supplier ? 'supplier-portal' : asked.actor.scopes ? 'api' : undefined
    const channel = channelOf(project.plan, asked.input.channel, kind)
    const { added, events } = await addCandidates(asked, project, listings, { channel })
    const present = listings.map(productId).filter((id) => !added.includes(id))
    return { events, answer: { added: [...added], present }, created: added.length > 0 }
  },
})

/**
 * What a supplier's account nominates is its own, whatever seller the listing names, and for projects it stands in.
 * @throws Problem
 */
async function asOwnSeller({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, project: string, listings: readonly Listing[]) {
  if (actor.supplier === undefined) return listings
  const own = await tx
    .selectFrom('supplier as s')
    .innerJoin('supplier_gate as g', (on) => on.onRef('g.org_id', '=', 's.org_id').onRef('g.supplier_id', '=', 's.id'))
    .select('s.name')
    .where('s.org_id', '=', actor.org)
    .where('s.id', '=', actor.supplier)
    .where('g.project_id', '=', project)
    .executeTakeFirst()
  if (!own) throw new Problem('not-found', { why: missing('project', project) })
  return listings.map((l) => ({ ...l, seller: own.name }))
}

const fixClass = productCommand({
  verb: 'fix-class',
  clause: 'I3',
  roles: ['selection', 'quality', 'legal'],
  summary: { zh: '由人确定品类与特征', en: 'Fix the class and the traits' },
  input: z.strictObject({ class: z.string().min(1), traits: z.array(z.enum(TRAITS)).optional() }),
  change(facts, { input, house }) {
    if (!house.standard.classes.some((f) => f.classes.some((c) => c.id === input.class)))
      throw new Problem('bad-input', { field: 'class', why: because('no-product-class', { class: input.class }) })
    return { ...facts, ...input }
  },
})

const described = productFacts.pick({
  model: true,
  gtin: true,
  hs: true,
  origin: true,
  materials: true,
  dimensions: true,
  maker: true,
  'responsible-person': true,
  stock: true,
  'expected-units': true,
  'return-rate': true,
})
const describe = productCommand({
  verb: 'describe',
  clause: 'I3',
  roles: ['sourcing', 'selection', 'quality', 'supplier'],
  summary: { zh: '补充产品信息', en: 'Add what is known of the product' },
  input: described,
  change: (facts, { input }) => ({ ...facts, ...input }),
})

const addCertificate = productCommand({
  verb: 'add-certificate',
  clause: 'I3',
  roles: ['sourcing', 'quality', 'legal', 'supplier'],
  versioned: false,
  summary: { zh: '登记证书或检测报告', en: 'Record a certificate or test report' },
  input: certificate,
  change: (facts, { input }) => ({
    ...facts,
    certificates: [...facts.certificates.filter((c) => c.type !== input.type || c.number !== input.number), input],
  }),
})

const addLabel = productCommand({
  verb: 'add-label',
  clause: 'I3',
  roles: ['sourcing', 'quality', 'supplier'],
  versioned: false,
  summary: { zh: '登记标签内容', en: 'Record a label statement' },
  input: label,
  change: (facts, { input }) => ({
    ...facts,
    labels: [...facts.labels.filter((l) => l.statement !== input.statement || l.language !== input.language), input],
  }),
})

const proveClaim = productCommand({
  verb: 'prove-claim',
  clause: 'I3',
  roles: ['sourcing', 'legal', 'quality', 'supplier'],
  versioned: false,
  summary: { zh: '为一条宣称登记依据', en: 'Record evidence for a claim' },
  input: claimEvidence,
  change: (facts, { input }) => ({
    ...facts,
    'claim-evidence': [
      ...facts['claim-evidence'].filter((e) => e.words !== input.words || e.type !== input.type),
      input,
    ],
  }),
})

const handOverSample = productCommand({
  verb: 'hand-over-sample',
  clause: 'I4',
  roles: ['sourcing', 'quality', 'host', 'live-control', 'supplier'],
  versioned: false,
  summary: {
    zh: '样品交接：索样、收样、检验、封样、借出、归还',
    en: 'Hand over a sample: request, receive, examine, seal, lend, return',
  },
  input: handover.omit({ at: true, by: true }).extend({ sample: z.string().min(1) }),
  change(facts, { input, actor, now }) {
    const { sample: id, ...step } = input
    const done = { ...step, at: now, by: actor.name }
    const before = facts.samples.find((s) => s.id === id)
    if (!before && step.state !== 'requested')
      throw new Problem('not-found', { why: because('sample-not-requested', { id }) })
    const after = before ? handOver(before, done) : { id, history: [done] }
    return { ...facts, samples: [...facts.samples.filter((s) => s.id !== id), after] }
  },
})

const requestSample = productCommand({
  verb: 'request-sample',
  clause: 'I4',
  roles: ['sourcing', 'selection', 'quality'],
  versioned: false,
  summary: { zh: '索样；已在途或在手的样品不重复索取', en: 'Request a sample, unless one is on its way or at hand' },
  input: z.strictObject({ remark: z.string().min(1).max(500).optional() }),
  change(facts, { input, actor, now }) {
    const under = facts.samples.find((s) => !ENDED.includes(stateOf(s)))
    if (under)
      throw new Refusal(
        because('sample-under-way', { id: under.id, stateOf: stateWord('sample', stateOf(under)) }),
        'I4',
        {
          zh: `样品 ${under.id} 尚在流转，无须再索`,
          en: `Sample ${under.id} is still under way; no other is needed`,
        },
      )
    const id = `${facts.samples.length + 1}`
    const asked = { state: 'requested' as const, at: now, by: actor.name, photos: [], measured: [], ...input }
    return { ...facts, samples: [...facts.samples, { id, history: [asked] }] }
  },
})
/** A sample in such a state does not come back. */
const ENDED: readonly SampleState[] = ['returned', 'destroyed', 'lost']

const fixRole = productCommand({
  verb: 'fix-role',
  clause: 'I5',
  roles: ['selection'],
  summary: { zh: '确定产品作用', en: "Fix the product's role" },
  input: z.strictObject({ role: z.enum(ROLES) }),
  change: (facts, { input, actor }) => ({ ...facts, role: { fixed: input.role, by: actor.name } }),
})

export const productCommands = [
  nominate,
  editListing,
  holdProduct,
  fixClass,
  describe,
  addCertificate,
  addLabel,
  proveClaim,
  requestSample,
  handOverSample,
  fixRole,
  bulk(fixClass, { of: 'product', summary: { zh: '批量确定品类', en: 'Fix the class of several products' } }),
  bulk(fixRole, { of: 'product', summary: { zh: '批量确定产品作用', en: 'Fix the role of several products' } }),
  bulk(requestSample, { of: 'product', summary: { zh: '批量索样', en: 'Request a sample of several products' } }),
  bulk(holdProduct, { of: 'product', summary: { zh: '批量冻结产品', en: 'Hold several products' } }),
]
