import { lineageOf } from '@haixuan/domain/gate/rule-set'
import { type Day, daysBetween } from '@haixuan/domain/kernel/day'
import type { Project } from '@haixuan/domain/plan/project'
import { authorisationFor } from '@haixuan/domain/select/supplier/authorisation'
import { bankAccountOn } from '@haixuan/domain/select/supplier/bank-account'
import { inconsistencies } from '@haixuan/domain/select/supplier/consistency'
import { decideSupplier } from '@haixuan/domain/select/supplier/decision'
import { validityOf } from '@haixuan/domain/select/supplier/documents'
import { checkId, type Identity } from '@haixuan/domain/select/supplier/identity'
import { nameKey } from '@haixuan/domain/select/supplier/names/name-key'
import { requirementsFor, tightening } from '@haixuan/domain/select/supplier/qualification'
import type { Supplier } from '@haixuan/domain/select/supplier/supplier'
import { sql } from 'kysely'
import { z } from 'zod'
import type { House } from '../../../house.ts'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { missing } from '../../../platform/http/records.ts'
import { query } from '../../../platform/queries/query.ts'
import { dayHere } from '../../../platform/settings/day-here.ts'
import { because } from '../../because.ts'
import { papersIn, supplierStandardOf } from '../papers/papers-in.ts'
import type { checkedNumber } from './checked-number.ts'
import { inspectionsOf } from './inspections-of.ts'
import { reviewAnswer } from './review-answer.ts'
import { wantedOf } from './wanted-of.ts'

type Stream = {
  readonly project: string
  readonly name: string
  readonly day: Day
  readonly state: 'passed' | 'conditional' | 'open'
  readonly brands: readonly string[]
  readonly plan: Project
}

/** I2, R2 · All that follows from the record of a supplier on a day: what was computed, what lapses when, what is missing. */
export const reviewSupplier = query({
  name: 'supplier.review',
  path: '/suppliers/:supplier/review',
  summary: {
    zh: '供应商审查：号码校验、证件时间线、授权链、账户、考察得分与应得的决定',
    en: 'The review of a supplier: numbers worked out, papers in time, chains, account, scores, and the decision due',
  },
  roles: MEMBER_ROLES,
  params: z.object({ supplier: z.string() }),
  query: z.object({
    day: z.iso.date().optional().describe('as of this day; that of the project, else today, when absent'),
    project: z.string().optional().describe('by the tightening and on the day of its plan'),
  }),
  answer: reviewAnswer,
  async run({ tx, actor, params, query: of, house }) {
    const found = await tx
      .selectFrom('supplier as s')
      .select([
        's.id',
        's.version',
        's.body',
        sql<Stream[]>`coalesce((select jsonb_agg(jsonb_build_object('project', p.id, 'name', p.name, 'day', p.day,
            'state', g.state, 'brands', g.brands, 'plan', p.plan) order by p.day, p.id)
          from supplier_gate g join project p on p.org_id = g.org_id and p.id = g.project_id and p.closed_at is null
          where g.org_id = s.org_id and g.supplier_id = s.id), '[]')`.as('streams'),
      ])
      .where('s.org_id', '=', actor.org)
      .where('s.id', '=', params.supplier)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('supplier', params.supplier) })
    const { id, version, body, streams } = found
    const stream = of.project === undefined ? undefined : streams.find((s) => s.project === of.project)
    if (of.project !== undefined && !stream)
      throw new Problem('not-found', { why: because('supplier-in-project', { id, project: of.project }) })
    const day = (of.day ?? stream?.day ?? dayHere(house, house.clock())) as Day
    const about = { supplier: body, streams, day, plan: stream?.plan }
    const { screened, ...answer } = reviewOf(house, about)
    // a supplier is not told against which lists it was screened, nor of what was found
    return { id, version, day, ...answer, ...(actor.supplier === undefined ? screened : withoutScreening(screened)) }
  },
})

type About = {
  readonly supplier: Supplier
  readonly streams: readonly Stream[]
  readonly day: Day
  readonly plan: Project | undefined
}

function reviewOf({ standard }: House, { supplier, streams, day, plan }: About) {
  const known = supplierStandardOf(standard)
  const tighter = plan?.['qualification-tightening']
  const wanted = requirementsFor(
    supplier,
    supplier.classes,
    standard.qualification,
    tighter && tightening.parse(tighter),
  )
  const decided = decideSupplier(supplier, wanted, known, day)
  const bank = bankAccountOn(supplier, wanted.bank, day)
  return {
    streams: streams.map(({ plan: p, brands, ...s }) => ({ ...s, brands: [...brands], markets: [...p.markets] })),
    numbers: supplier.numbers.map((n) => ({ ...n, ...checked(n) }) as z.input<typeof checkedNumber>),
    documents: supplier.documents.map((d) => {
      const { state, until } = validityOf(d, known.documents.get(d.type), day)
      return { type: d.type, name: nameOf(known.documents, d.type), state, until: until ?? null }
    }),
    wanted: wantedOf(supplier, wanted, known, day),
    inconsistencies: inconsistencies(supplier).map((i) => ({ ...i })),
    chains: chainsOf(standard.markets, supplier, streams),
    bank: {
      account: bank.account?.account ?? null,
      payableFrom: bank.payableFrom ?? null,
      faults: bank.faults.map((f) => ({ ...f })),
      verifiers: wanted.bank.verifiers,
      how: [...wanted.bank.how],
      coolingOffDays: wanted.bank['cooling-off-days'],
    },
    inspections: inspectionsOf(supplier, known, day),
    screened: {
      papers: papersIn(supplier, standard).map((p) => ({
        ...p,
        left: daysBetween(day, p.until),
        lapsesBefore: streams.filter((s) => p.until < s.day).map((s) => s.project),
      })),
      decision: {
        result: decided.result,
        lapses: decided.lapses,
        because: decided.because,
        reasons: decided.reasons.map((r) => ({ ...r })),
      },
    },
  }
}

const nameOf = (types: ReadonlyMap<string, { readonly name: { zh: string; en: string } }>, id: string) =>
  types.get(id)?.name ?? { zh: id, en: id }

/** The number as it is checked; one of a kind unknown is told as such, so that the rest of the record is still seen. */
function checked({ country, kind, number }: Supplier['numbers'][number]): Omit<Identity, 'reason'> {
  try {
    const { reason: _, ...found } = checkId(country, kind, number)
    return found
  } catch {
    const says = { zh: '未知的号码类型', en: 'a kind of number that is not known' }
    const name = { zh: kind, en: kind }
    return { kind: `${country} ${kind}`, normalised: number, name, algorithm: says, valid: false, says }
  }
}

/** The chain of every brand it sells, in every market of its open projects, on the day of each stream. */
function chainsOf(markets: House['standard']['markets'], supplier: Supplier, streams: readonly Stream[]) {
  return streams.flatMap(({ project, day, brands, plan }) => {
    const sold = new Map([...supplier.brands.map((b) => b.brand), ...brands].map((b) => [nameKey(b), b]))
    return [...sold.values()].flatMap((brand) =>
      plan.markets.map((market) => {
        const line = lineageOf(markets, market).map((m) => m.id)
        const chain = authorisationFor(brand, supplier, line, 'livestream', day)
        return {
          brand,
          market,
          project,
          day,
          owner: supplier.brands.find((b) => nameKey(b.brand) === nameKey(brand))?.owner ?? null,
          ok: chain.ok,
          links: chain.chain.map((l) => ({ ...l })),
          until: chain.ok ? (chain.until ?? null) : null,
          broken: chain.ok ? null : { ...chain.broken },
        }
      }),
    )
  })
}

type Screened = ReturnType<typeof reviewOf>['screened']
const withoutScreening = ({ papers }: Screened) => ({
  papers: papers.filter((p) => p.kind !== 'screening'),
  decision: null,
})
