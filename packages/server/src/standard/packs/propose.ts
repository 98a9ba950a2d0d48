import { createHash } from 'node:crypto'
import type { Standard } from '@haixuan/interchange/standard/load'
import { BadPack, readPack } from '@haixuan/interchange/standard/read-pack'
import { z } from 'zod'
import { lawOf } from '../../flow/own-house.ts'
import type { House } from '../../house.ts'
import { command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { because } from '../because.ts'
import { packSubject } from './store.ts'

const LONGEST = 500_000

/** Reads an uploaded pack against the law. @throws Problem naming line, field and remedy */
export function readUploaded({ standard }: Pick<House, 'standard'>, yaml: string, file: string) {
  try {
    return readPack(yaml, { ...(standard as unknown as Standard), rules: lawOf(standard) }, file)
  } catch (error) {
    if (!(error instanceof BadPack)) throw error
    const { reason, place, field, remedy } = error
    throw new Problem('bad-input', { why: reason, field: field ?? 'yaml', ...(place ? { place } : {}), remedy })
  }
}

export const propose = command({
  name: 'rule-pack.propose',
  clause: 'M3',
  roles: ['selection', 'quality', 'legal'],
  path: '/rule-packs',
  summary: {
    zh: '上传组织自定规则（写法同 standard/markets/*.yaml），待另一人启用',
    en: "Upload a pack of the organisation's own rules, for another person to adopt",
  },
  params: z.object({}),
  input: z.strictObject({
    id: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u)
      .describe('the same for all its versions'),
    name: z.string().trim().min(1).max(80).describe('as findings cite it'),
    file: z.string().trim().min(1).max(200).default('pack.yaml').describe('its name, for messages'),
    yaml: z.string().min(1).max(LONGEST).describe('the text of the file'),
    reason: z.string().trim().min(1).max(2000).describe('why the organisation asks for it'),
  }),
  answer: z.object({ id: z.string(), version: z.int(), market: z.string(), rules: z.int() }),
  async run({ tx, actor, now, input, command, house }) {
    const { id, name, yaml, reason } = input
    const { market, rules } = readUploaded(house, yaml, input.file)
    const all = await tx
      .selectFrom('rule_pack')
      .select(['id', 'version', 'market', 'state', 'rules', 'until_day'])
      .where('org_id', '=', actor.org)
      .orderBy('version')
      .forUpdate()
      .execute()
    const own = all.filter((p) => p.id === id)
    if (own.some((p) => p.market !== market))
      throw new Problem('bad-input', {
        why: because('pack-of-other-market', { id, market: own[0]?.market ?? '' }),
        field: 'market',
        remedy: { zh: '请为另一市场另建规则包', en: 'Make a pack of its own for another market' },
      })
    const ids = new Set(rules.map((r) => r.id))
    const taken = all.find(
      (p) => p.id !== id && p.state === 'adopted' && p.until_day === null && p.rules.some((r) => ids.has(r.id)),
    )
    if (taken) {
      const rule = taken.rules.find((r) => ids.has(r.id))?.id ?? ''
      throw new Problem('bad-input', {
        why: because('rule-in-other-pack', { rule, id: taken.id }),
        field: 'rules',
        remedy: {
          zh: `请为该规则另起编号，或在规则包 ${taken.id} 中修改`,
          en: `Give the rule another id, or change it in pack ${taken.id}`,
        },
      })
    }
    const version = (own.at(-1)?.version ?? 0) + 1
    await tx
      .updateTable('rule_pack')
      .set({ state: 'replaced' })
      .where('org_id', '=', actor.org)
      .where('id', '=', id)
      .where('state', '=', 'proposed')
      .execute()
    await tx
      .insertInto('rule_pack')
      .values({
        org_id: actor.org,
        id,
        version,
        name,
        market,
        yaml,
        rules: JSON.stringify(rules),
        state: 'proposed',
        reason,
        proposed_by: actor.name,
        proposed_user: actor.user,
        proposed_at: now,
      })
      .execute()
    const sha256 = createHash('sha256').update(yaml).digest('hex')
    const body = { command, name, version, market, reason, sha256, rules }
    return {
      events: [{ type: 'rule-pack.proposed', subject: packSubject(id), clause: 'M3', body }],
      answer: { id, version, market, rules: rules.length },
      version,
      created: true,
    }
  },
})
