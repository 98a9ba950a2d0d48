import { BadInput } from '@haixuan/domain/kernel/errors'
import { because } from './because.ts'
import { recordsOf } from './list-records.ts'

/** A name of SDN.CSV or ALT.CSV with the number of the party it belongs to. */
export type OfacName = {
  readonly party: string
  readonly name: string
  readonly kind?: 'person' | 'entity' | 'vessel' | 'aircraft'
  readonly programme?: string
}

const KINDS: Readonly<Record<string, NonNullable<OfacName['kind']>>> = {
  individual: 'person',
  vessel: 'vessel',
  aircraft: 'aircraft',
}
/** The publisher writes `-0-` for nothing. */
const given = (field: string | undefined) => {
  const text = field?.trim() ?? ''
  return text === '-0-' || text === '' ? undefined : text
}
/** The publisher ends its files with a 0x1A. */
const END = '\u001a'

/**
 * Reads OFAC's SDN.CSV (12 columns) or ALT.CSV (5 columns) as published: no header, `-0-` for nothing, a closing 0x1A.
 * Source of the form: OFAC, SDN data specification. @throws BadInput naming the line
 */
export async function* readOfac(path: string, form: 'ofac-sdn' | 'ofac-alt'): AsyncGenerator<OfacName> {
  const columns = form === 'ofac-sdn' ? 12 : 5
  for await (const { line, fields } of recordsOf(path)) {
    if (fields.length === 1 && fields[0]!.replaceAll(END, '').trim() === '') continue
    const party = fields[0]!.trim()
    if (fields.length !== columns || !/^\d+$/.test(party))
      throw new BadInput(
        because('list-line-fields', { which: form === 'ofac-sdn' ? 'SDN' : 'ALT', columns, fields: fields.length }),
        {
          place: `${path}, line ${line}`,
        },
      )
    const name = given(fields[form === 'ofac-sdn' ? 1 : 3])
    if (name === undefined) continue
    if (form === 'ofac-alt') {
      yield { party, name }
      continue
    }
    const programme = given(fields[3])
    yield { party, name, kind: KINDS[given(fields[2]) ?? ''] ?? 'entity', ...(programme ? { programme } : {}) }
  }
}
