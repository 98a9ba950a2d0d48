import type { Instant } from '@haixuan/domain/kernel/day'
import { formatDecimal, type Money } from '@haixuan/domain/kernel/money'
import { instantIn } from '@haixuan/domain/kernel/zone'
import type { Project } from '@haixuan/domain/plan/project'
import { clockAfter, slotTimes } from '@haixuan/domain/select/lineup/board/slot-times'
import { makeStreamPaper } from '@haixuan/interchange/report/write-report'
import { z } from 'zod'
import { cause } from '../../platform/cause.ts'
import { download } from '../../platform/http/download.ts'
import { Problem } from '../../platform/http/problem.ts'
import { roleNamesOf, seatsOf } from './candidates.ts'
import { lineupWith } from './lineup-with.ts'
import { scriptCardsOf } from './script-cards.ts'

const params = z.object({ project: z.string() })
const query = z.object({ language: z.enum(['zh', 'en']).default('zh') })
const none = (project: string) => new Problem('not-found', { why: cause('lineup-not-proposed', { id: project }) })

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const
/** When a stream is, as its language writes it, by the clocks of its zone: 14 Nov 2026, 20:00 Singapore Time. */
function whenOf(plan: Project, language: 'zh' | 'en'): string {
  const zone = plan['time-zone']
  const locale = LOCALES[language]
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(plan.date))
  if (!plan.time || !zone) return [day, plan.time].filter(Boolean).join(' ')
  const named = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' })
    .formatToParts(new Date(instantIn(zone, plan.date, plan.time)))
    .find(({ type }) => type === 'timeZoneName')?.value
  return `${day} ${plan.time} ${named ?? zone}`
}
const cash = (m: Money | null) => (m ? `${m.currency} ${formatDecimal(m)}` : '')
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
const pdf = (file: string, bytes: Uint8Array) => ({ file, type: 'application/pdf', content: once(bytes) })

/** I9 · The run of show to print. */
export const runOfShowPdf = download({
  name: 'lineup.run-of-show-pdf',
  path: '/projects/:project/lineup/run-of-show.pdf',
  summary: { zh: '直播流程单 PDF', en: 'The run of show as PDF' },
  params,
  query,
  async run({ actor, params, query: { language }, read, house }) {
    const found = await read(async (tx) => {
      const project = await tx
        .selectFrom('project')
        .select('plan')
        .where('org_id', '=', actor.org)
        .where('id', '=', params.project)
        .executeTakeFirst()
      const lineup = project && (await lineupWith(tx, actor.org, params.project))
      return lineup && { ...lineup, plan: project.plan }
    })
    if (!found) throw none(params.project)
    const { lineup, productOf, plan } = found
    const roles = roleNamesOf(house)
    const phases = new Map(lineup.plan?.phases.map((p) => [p.id, p.name[language]]))
    const times = slotTimes(seatsOf(lineup.body.slots), lineup.plan?.minutesPerSlot ?? undefined)
    const bytes = await makeStreamPaper({
      kind: 'run-of-show',
      language,
      name: plan.name ?? plan.theme,
      when: whenOf(plan, language),
      at: house.clock() as Instant,
      rows: lineup.body.slots.map((s, at) => {
        const product = productOf(s.product)
        return {
          slot: String(s.slot),
          time: plan.time && times ? clockAfter(plan.time, times[at]!.from) : '',
          phase: phases.get(s.phase) ?? s.phase,
          title: product?.title ?? '—',
          role: s.role ? roles[s.role][language] : '',
          price: cash(product?.price ?? null),
          released: product?.state === 'passed',
          substitute: productOf(s.substitute)?.title ?? '',
        }
      }),
    })
    return pdf('run-of-show.pdf', bytes)
  },
})

/** S3 · The script cards to print: evidenced claims alone. */
export const scriptCardsPdf = download({
  name: 'lineup.script-cards-pdf',
  path: '/projects/:project/lineup/script-cards.pdf',
  summary: { zh: '话术卡 PDF', en: 'The script cards as PDF' },
  params,
  query,
  async run({ actor, params, query: { language }, read, house }) {
    const found = await read((tx) => scriptCardsOf({ tx, org: actor.org, house }, params.project))
    if (!found) throw none(params.project)
    const { plan, cards } = found
    const roles = roleNamesOf(house)
    const bytes = await makeStreamPaper({
      kind: 'script-cards',
      language,
      name: plan.name ?? plan.theme,
      when: whenOf(plan, language),
      at: house.clock() as Instant,
      cards: cards.map((c) => ({
        head: [c.slot, c.time, c.phase[language], c.role && roles[c.role][language]].filter(Boolean).join(' · '),
        title: c.title,
        price: cash(c.price),
        scripts: c.scripts.map((s) => s.text),
        may: c.mayClaim.map((m) => m.words),
        avoid: c.avoid,
        substitute: c.substitute ?? '',
      })),
    })
    return pdf('script-cards.pdf', bytes)
  },
})
