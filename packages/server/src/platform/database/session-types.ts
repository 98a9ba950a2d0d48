import { type CustomTypesConfig, types } from 'pg'

type Parse = (text: string) => unknown

/** PostgreSQL's numbers of the types whose texts are read another way than `pg` does, with those of their arrays. */
const OID = { int8: 20, date: 1082, timestamptz: 1184 }
const ARRAY_OID = { int8: 1016, date: 1182, timestamptz: 1185 }
const TEXT_ARRAY = 1009

const INSTANT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(\.\d+)?\+00$/

/** A whole number; one that a double cannot hold exactly is a fault, not a rounding. */
function readInt8(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is beyond the whole numbers held exactly`)
  return number
}

/** `2026-05-20 12:00:00.123456+00` → `2026-05-20T12:00:00.123456Z`: microseconds kept, milliseconds at least. */
function readInstant(text: string): string {
  const parts = INSTANT.exec(text)
  if (!parts) throw new RangeError(`${text} is not an instant in UTC of the years 0001 to 9999`)
  const [, day, time, fraction = '.'] = parts
  return `${day}T${time}${fraction.padEnd(4, '0')}Z`
}

const readText: Parse = (text) => text
const elements = types.getTypeParser(TEXT_ARRAY as never) as (text: string) => (string | null)[]
const readArray =
  (parse: Parse): Parse =>
  (text) =>
    elements(text).map((element) => (element === null ? null : parse(element)))

const parsers = new Map<number, Parse>([
  [OID.int8, readInt8 as Parse],
  [OID.date, readText],
  [OID.timestamptz, readInstant as Parse],
  [ARRAY_OID.int8, readArray(readInt8 as Parse)],
  [ARRAY_OID.date, readArray(readText)],
  [ARRAY_OID.timestamptz, readArray(readInstant as Parse)],
])

/** bigint → number, timestamptz → ISO text in UTC, date → YYYY-MM-DD, jsonb → its value; numeric stays text. */
export const sessionTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || types.getTypeParser(oid, format as 'text')) as never,
}
