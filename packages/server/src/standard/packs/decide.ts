import { asked } from '@haixuan/domain/kernel/asked'
import { type Day, isDay } from '@haixuan/domain/kernel/day'
import { Refusal } from '@haixuan/domain/kernel/errors'
import { stateWord } from '@haixuan/domain/kernel/state-words'
import { sql } from 'kysely'
import { z } from 'zod'
import { decideUnderTurnedRules } from '../../flow/again/rules-turned.ts'
import { ownRulesOf, rulesChanging, withOwn } from '../../flow/own-house.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { because } from '../because.ts'
import { readUploaded } from './propose.ts'
import { adoptedOf, countRules, packFor, packSubject, type StoredPack } from './store.ts'

export const packParams = z.object({ pack: z.string() })
export const version = z.int().positive()
export const day = z.string().refine(isDay, asked.day)
export const why = z.string().trim().min(1).max(2000)
export const answer = z.object({
  id: z.string(),
  version: z.int(),
  projects: z.array(z.string()).describe('open projects whose products are decided again, each by a task'),
})

export const adopt = command({
  name: 'rule-pack.adopt',
  clause: 'M3',
  roles: ['quality', 'legal'],
  path: '/rule-packs/:pack/adopt',
  summary: {
    zh: '由上传人以外的人启用规则包，自某日起生效；所涉产品随即重新判定',
    en: 'Adopt a pack from a day on, as someone other than who proposed it; the products it touches are decided again',
  },
  params: packParams,
  input: z.strictObject({ version, from: day.describe('today or later'), remark: why.optional() }),
  answer,
  async run(asked) {
    const { tx, actor, now, params, input, command, house } = asked
    await sql`select ${rulesChanging(actor.org)}`.execute(tx)
    const pack = await packFor(asked, params.pack, input.version)
    mustBeProposed(pack)
    if (pack.proposed_user === actor.user)
      throw new Refusal(because('pack-second-person'), 'M3', {
        zh: '请由另一人启用',
        en: 'Have another person adopt it',
      })
    notBefore(input.from as Day, dayHere(asked.house, asked.now))
    // the law may have turned since it was proposed
    readUploaded(house, pack.yaml, 'pack.yaml')
    const before = await adoptedOf(asked, pack.id)
    if (before && before.until_day === null) await end(asked, before, input.from)
    await tx
      .updateTable('rule_pack')
      .set({
        state: 'adopted',
        from_day: input.from,
        decided_by: actor.name,
        decided_at: now,
        decided_why: input.remark ?? null,
      })
      .where('org_id', '=', actor.org)
      .where('id', '=', pack.id)
      .where('version', '=', pack.version)
      .execute()
    const { name, market, rules } = pack
    return turned(asked, pack, [...(before?.rules ?? []), ...rules], {
      type: 'rule-pack.adopted',
      body: {
        command,
        name,
        version: pack.version,
        market,
        from: input.from,
        proposed: { by: pack.proposed_by, at: pack.proposed_at },
        ...(before ? { instead: before.version } : {}),
        rules: rules.map((r) => r.id),
      },
    })
  },
})

export const reject = command({
  name: 'rule-pack.reject',
  clause: 'M3',
  roles: ['quality', 'legal'],
  path: '/rule-packs/:pack/reject',
  summary: { zh: '不启用上传的规则包，并说明理由', en: 'Turn a proposed pack down, with the reason' },
  params: packParams,
  input: z.strictObject({ version, reason: why }),
  answer: answer.omit({ projects: true }),
  async run(asked) {
    const { tx, actor, now, params, input, command } = asked
    const pack = await packFor(asked, params.pack, input.version)
    mustBeProposed(pack)
    await tx
      .updateTable('rule_pack')
      .set({ state: 'rejected', decided_by: actor.name, decided_at: now, decided_why: input.reason })
      .where('org_id', '=', actor.org)
      .where('id', '=', pack.id)
      .where('version', '=', pack.version)
      .execute()
    const body = { command, version: pack.version, reason: input.reason }
    return {
      events: [{ type: 'rule-pack.rejected', subject: packSubject(pack.id), clause: 'M3', body }],
      answer: { id: pack.id, version: pack.version },
    }
  },
})

function mustBeProposed({ state, version }: StoredPack): void {
  if (state !== 'proposed')
    throw new Refusal(because('pack-version-decided', { version, state: stateWord('pack', state) }), 'M3', {
      zh: '该版本已有决定，请上传新版本',
      en: 'It is decided already: upload a new version',
    })
}

/** Decisions that were made stay as they are: rules change from today on at the earliest. */
export function notBefore(from: Day, today: Day): void {
  if (from < today)
    throw new Refusal(because('day-past', { from }), 'M3', {
      zh: '生效日不能早于今天，已作出的决定不回溯改变',
      en: 'Give today or a later day: what was decided is not changed after the fact',
    })
}

/** Ends a version on a day, or on its first when it has not begun: then it was never in force. */
export async function end({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, pack: StoredPack, from: string): Promise<string> {
  const until = pack.from_day !== null && pack.from_day > from ? pack.from_day : from
  await tx
    .updateTable('rule_pack')
    .set({ until_day: until })
    .where('org_id', '=', actor.org)
    .where('id', '=', pack.id)
    .where('version', '=', pack.version)
    .execute()
  return until
}

export async function turned(
  asked: Asked,
  { id, version, market }: StoredPack,
  rules: StoredPack['rules'],
  event: { readonly type: string; readonly body: object },
) {
  const { tx, actor, house } = asked
  await countRules(asked)
  const own = await withOwn(house, actor.org, await ownRulesOf(tx, house, actor.org))
  const { events, projects } = await decideUnderTurnedRules(
    { ...asked, house: own },
    { markets: [market], rules: [...new Set(rules.map((r) => r.id))] },
  )
  return {
    events: [
      {
        type: event.type,
        subject: packSubject(id),
        clause: 'M3',
        body: { ...event.body, standard: own.desks.standardHash, projects: [...projects] },
      },
      ...events,
    ],
    answer: { id, version, projects: [...projects] },
  }
}
