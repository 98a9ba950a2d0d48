import type { Day } from '@haixuan/domain/kernel/day'
import { Refusal } from '@haixuan/domain/kernel/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import { rulesChanging } from '../../flow/own-house.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { bySecondPerson, NOT_ENDING } from '../../platform/commands/second-person.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { because } from '../because.ts'
import { answer, day, end, notBefore, packParams, turned, version, why } from './decide.ts'
import { adoptedOf, packSubject, type StoredPack } from './store.ts'

const roles = ['quality', 'legal'] as const

export const proposeWithdrawal = command({
  name: 'rule-pack.propose-withdrawal',
  clause: 'M3',
  roles,
  path: '/rule-packs/:pack/propose-withdrawal',
  summary: {
    zh: '提请自某日起停用规则包，待另一人确认',
    en: 'Ask for a pack to be withdrawn from a day on, for another person to confirm',
  },
  params: packParams,
  input: z.strictObject({ from: day.describe('the first day it no longer holds: today or later'), reason: why }),
  answer: answer.omit({ projects: true }),
  async run(asked) {
    const { actor, now, params, input, command } = asked
    const pack = await inForce(asked, params.pack)
    if (pack.ending_by !== null)
      throw new Refusal(because('withdrawal-asked', { endingby: pack.ending_by }), 'M3', {
        zh: '已有停用提请，请确认或不予停用',
        en: 'It is asked for already: confirm it, or turn it down',
      })
    notBefore(input.from as Day, dayHere(asked.house, asked.now))
    await change(asked, pack, {
      ending_by: actor.name,
      ending_user: actor.user,
      ending_at: now,
      ending_from: input.from,
      ending_why: input.reason,
    })
    const body = { command, name: pack.name, version: pack.version, ...input }
    return {
      events: [{ type: 'rule-pack.withdrawal-proposed', subject: packSubject(pack.id), clause: 'M3', body }],
      answer: { id: pack.id, version: pack.version },
    }
  },
})

export const withdraw = command({
  name: 'rule-pack.withdraw',
  clause: 'M3',
  roles,
  path: '/rule-packs/:pack/withdraw',
  summary: {
    zh: '由提请人以外的人确认停用规则包；所涉产品随即重新判定',
    en: 'Withdraw a pack, as someone other than who asked for it; the products it touches are decided again',
  },
  params: packParams,
  input: z.strictObject({ version }),
  answer,
  async run(asked) {
    const { actor, now, params, input, command } = asked
    const pack = await asAsked(asked, params.pack, input.version)
    bySecondPerson(actor, pack.ending_user, 'M3')
    // it may have waited: what was decided meanwhile stands
    const today = dayHere(asked.house, asked.now)
    const from = pack.ending_from !== null && pack.ending_from > today ? pack.ending_from : today
    const until = await end(asked, pack, from)
    await change(asked, pack, { withdrawn_by: actor.name, withdrawn_at: now, withdrawn_why: pack.ending_why })
    const proposed = { by: pack.ending_by, at: pack.ending_at }
    const { name, market } = pack
    return turned(asked, pack, pack.rules, {
      type: 'rule-pack.withdrawn',
      body: { command, name, version: pack.version, market, until, reason: pack.ending_why, proposed },
    })
  },
})

export const keep = command({
  name: 'rule-pack.keep',
  clause: 'M3',
  roles,
  path: '/rule-packs/:pack/keep',
  summary: { zh: '不予停用规则包，并说明理由', en: 'Turn down what was asked: the pack stays, with the reason' },
  params: packParams,
  input: z.strictObject({ version, reason: why }),
  answer: answer.omit({ projects: true }),
  async run(asked) {
    const { params, input, command } = asked
    const pack = await asAsked(asked, params.pack, input.version)
    await change(asked, pack, { ...NOT_ENDING, ending_from: null })
    const body = { command, name: pack.name, version: pack.version, reason: input.reason }
    return {
      events: [{ type: 'rule-pack.kept', subject: packSubject(pack.id), clause: 'M3', body }],
      answer: { id: pack.id, version: pack.version },
    }
  },
})

async function inForce(asked: Asked, id: string): Promise<StoredPack> {
  await sql`select ${rulesChanging(asked.actor.org)}`.execute(asked.tx)
  const pack = await adoptedOf(asked, id)
  if (!pack) throw new Problem('not-found', { why: missing('adopted-pack', id) })
  if (pack.until_day !== null)
    throw new Refusal(because('pack-not-in-force', { id }), 'M3', {
      zh: '该规则包未在生效，无需停用',
      en: 'It is not in force: there is nothing to withdraw',
    })
  return pack
}

/** The version whose withdrawal was asked for. @throws Refusal */
async function asAsked(asked: Asked, id: string, version: number): Promise<StoredPack> {
  const pack = await inForce(asked, id)
  if (pack.version !== version || pack.ending_by === null)
    throw new Refusal(because('no-withdrawal-asked', { version }), 'M3', {
      zh: '没有待确认的停用提请',
      en: 'Ask for it first',
    })
  return pack
}

const change = ({ tx, actor }: Asked, { id, version }: StoredPack, set: Partial<StoredPack>) =>
  tx
    .updateTable('rule_pack')
    .set(set as never)
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
