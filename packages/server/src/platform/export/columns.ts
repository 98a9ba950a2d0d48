import type { Glossary } from '@haixuan/domain/gate/glossary'
import type { Text } from '@haixuan/domain/kernel/errors'
import { MEMBER_ROLE_NAMES } from '@haixuan/domain/kernel/member-roles'
import { formatDecimal, type Money } from '@haixuan/domain/kernel/money'
import type { Column } from '@haixuan/interchange/report/table'
import { z } from 'zod'
import { MEMBER_ROLES, type MemberRole } from '../commands/actor.ts'
import type { Language } from '../http/language.ts'
import { fieldName } from './field-names.ts'

type Row = Readonly<Record<string, unknown>>
/** `classes`: what product classes are called, by id */
type Reader = {
  readonly language: Language
  readonly glossary: Glossary
  readonly classes?: ReadonlyMap<string, Record<Language, string>>
}
type Place = { readonly header: string; readonly of: (row: Row) => unknown }

/** The columns of a list as people read it, made from the schema of its rows: money in major units beside its currency. */
export const columnsOf = (row: z.ZodType, reader: Reader): Column<Row>[] =>
  fieldsOf(row).flatMap(([name, field]) => {
    const of = (r: Row) => (name === 'class' ? className(r[name], reader) : r[name])
    return columnsAt(field, { header: fieldName(name, reader.language), of }, reader)
  })

const className = (id: unknown, { classes, language }: Reader) => classes?.get(String(id))?.[language] ?? id

function columnsAt(schema: z.ZodType, place: Place, reader: Reader): Column<Row>[] {
  const field = bare(schema)
  const { header, of } = place
  const names = fieldsOf(field).map(([name]) => name)
  if (same(names, ['minor', 'currency'])) return moneyColumns(place, reader)
  if (same(names, ['zh', 'en']))
    return [{ header, cell: (row) => (of(row) as Record<Language, string> | null | undefined)?.[reader.language] }]
  if (names.length > 0)
    return fieldsOf(field).flatMap(([name, part]) =>
      columnsAt(
        part,
        {
          header: `${header} · ${fieldName(name, reader.language)}`,
          of: (row) => (of(row) as Row | null | undefined)?.[name],
        },
        reader,
      ),
    )
  if (isMemberRoles(field))
    return [{ header, cell: (row) => roleNames(of(row) as readonly MemberRole[] | null, reader) }]
  return [{ header, cell: (row) => cellOf(of(row), reader) }]
}

/** Roles of people: the glossary has some of their ids for other things. */
const isMemberRoles = (field: z.ZodType) =>
  field instanceof z.ZodArray &&
  field.element instanceof z.ZodEnum &&
  same(field.element.options as string[], MEMBER_ROLES)
const ROLE_NAMES: Readonly<Record<MemberRole, Text>> = MEMBER_ROLE_NAMES
const roleNames = (roles: readonly MemberRole[] | null, { language }: Reader) =>
  roles?.map((role) => ROLE_NAMES[role][language]).join('; ')

const moneyColumns = ({ header, of }: Place, { language }: Reader): Column<Row>[] => [
  { header, cell: (row) => amountOf(of(row) as Money | null | undefined) },
  {
    header: `${header} · ${fieldName('currency', language)}`,
    cell: (row) => (of(row) as Money | null | undefined)?.currency,
  },
]
const amountOf = (money: Money | null | undefined) => (money ? Number(formatDecimal(money)) : undefined)

function cellOf(value: unknown, reader: Reader): string | number | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return YES_NO[reader.language][value ? 0 : 1]
  if (typeof value === 'string') return wordOf(value, reader)
  if (Array.isArray(value)) return value.map((one) => cellOf(one, reader)).join('; ')
  const parts = Object.entries(value as Row).filter(([, part]) => part !== undefined)
  if (parts.some(([, part]) => typeof part === 'object' && part !== null)) return JSON.stringify(value)
  return parts.map(([name, part]) => `${wordOf(name, reader)}: ${cellOf(part, reader) ?? ''}`).join('; ')
}
const YES_NO = { zh: ['是', '否'], en: ['yes', 'no'] } as const

const words = new WeakMap<Glossary, Map<string, Record<Language, string>>>()
/** The glossary's word for what the records hold as an id; anything else as it stands. */
function wordOf(value: string, { language, glossary }: Reader): string {
  let known = words.get(glossary)
  if (!known) {
    known = new Map(glossary.terms.map((term) => [term.id, term]))
    words.set(glossary, known)
  }
  return known.get(value)?.[language] ?? value
}

type Def = {
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
}
const defOf = (schema: z.ZodType) => schema.def as unknown as Def

/** A schema without what may be absent, null, or given otherwise. */
function bare(schema: z.ZodType): z.ZodType {
  const inner = defOf(schema).innerType ?? defOf(schema).in
  return inner ? bare(inner) : schema
}
const fieldsOf = (schema: z.ZodType) => Object.entries(defOf(bare(schema)).shape ?? {})
const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, i) => one === b[i])
