import {
  type Template,
  type TemplateKind,
  type TemplateTexts,
  templateTexts,
} from '@haixuan/domain/templates/template-schema'
import type { House } from '../../house.ts'
import type { Asked } from '../../platform/commands/command.ts'

/** The standard's letter of a kind: every kind has one. */
export const templateOf = ({ standard }: Pick<House, 'standard'>, kind: TemplateKind): Template =>
  standard.templates.templates.find((t) => t.id === kind) as Template

export const standardTexts = ({ subject, body }: Template): TemplateTexts => ({ subject, body })

/** What an organisation wrote in place of a letter, and the version; version 0 and no texts while it never did. */
export async function ownTexts({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, kind: TemplateKind) {
  const row = await tx
    .selectFrom('template')
    .select(['version', 'texts'])
    .where('org_id', '=', actor.org)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return { version: row?.version ?? 0, texts: row?.texts ? templateTexts.parse(row.texts) : null }
}
