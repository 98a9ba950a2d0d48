import { MEMBER_ROLE_NAMES } from '@haixuan/domain/kernel/member-roles'
import {
  checkTexts,
  TEMPLATE_KINDS,
  type TemplateKind,
  type TemplateTexts,
} from '@haixuan/domain/templates/template-schema'
import { z } from 'zod'
import { cause } from '../../platform/cause.ts'
import { mayAct } from '../../platform/commands/actor.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { Problem } from '../../platform/http/problem.ts'
import { templateOf } from './own-texts.ts'

const kind = z.enum(TEMPLATE_KINDS)
const inBoth = (most: number) => {
  const text = z.string().trim().min(1).max(most)
  return z.strictObject({ zh: text, en: text })
}
const asWritten = { subject: inBoth(200), body: inBoth(10_000) }
const ROLES = ['selection', 'legal'] as const
const answer = z.object({ version: z.int() })
export const subjectOf = (of: TemplateKind) => `template:${of}`

/** I2, I3, I4, S2, S3, T4 · An organisation writes a letter its own way, with the variables of its kind. */
export const setTemplate = command({
  name: 'template.set',
  clause: 'I2',
  roles: ROLES,
  method: 'PUT',
  path: '/templates',
  summary: {
    zh: '改写信函模板，仅可用该类信函的变量',
    en: 'Write a letter the own way, with the variables of its kind',
  },
  params: z.object({}),
  input: z.strictObject({ kind, ...asWritten }),
  answer,
  async run(asked) {
    const { kind, ...texts } = asked.input
    return change(asked, kind, texts)
  },
})

/** The letter of the standard holds again. */
export const resetTemplate = command({
  name: 'template.reset',
  clause: 'I2',
  roles: ROLES,
  path: '/templates/reset',
  summary: { zh: '信函模板恢复为标准文本', en: 'Go back to the letter of the standard' },
  params: z.object({}),
  input: z.strictObject({ kind }),
  answer,
  run: (asked) => change(asked, asked.input.kind, null),
})

async function change(
  asked: Pick<Asked, 'tx' | 'actor' | 'now' | 'version' | 'command' | 'house'>,
  of: TemplateKind,
  texts: TemplateTexts | null,
) {
  const { tx, actor, now, command, house } = asked
  const { clause, variables, 'changed-by': roles } = templateOf(house, of)
  if (!mayAct(actor, roles))
    throw new Problem('not-allowed', {
      why: cause('for-roles', { roles: roles.map((r) => MEMBER_ROLE_NAMES[r]) }),
      clause,
    })
  if (texts) checkTexts(texts, variables)
  const before = await tx
    .selectFrom('template')
    .select(['version', 'texts'])
    .where('org_id', '=', actor.org)
    .where('kind', '=', of)
    .forUpdate()
    .executeTakeFirst()
  if (before) await checkSeen(asked, subjectOf(of), before.version)
  // nothing of its own to give up
  if (texts === null && !before?.texts) return { events: [], answer: { version: before?.version ?? 0 } }
  const version = (before?.version ?? 0) + 1
  const changed = { version, texts: texts && JSON.stringify(texts), set_by: actor.name, set_at: now }
  await tx
    .insertInto('template')
    .values({ org_id: actor.org, kind: of, ...changed })
    .onConflict((c) => c.columns(['org_id', 'kind']).doUpdateSet(changed))
    .execute()
  const body = { command, version, texts }
  return { events: [{ type: 'template.changed', subject: subjectOf(of), clause, body }], answer: { version }, version }
}
