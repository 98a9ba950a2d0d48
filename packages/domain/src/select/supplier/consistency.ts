import type { Text } from '../../kernel/errors.ts'
import { checkId } from './identity.ts'
import { foldName } from './names/fold-name.ts'
import { nameKey } from './names/name-key.ts'
import type { Supplier, SupplierDocument } from './supplier.ts'

/** Something that reads otherwise on a document than in the supplier's record. */
export type Inconsistency = {
  readonly field: 'name' | 'address' | 'representative' | 'number'
  readonly document: string
  readonly found: string
  readonly expected: string
  readonly what: Text
}

const LABEL = {
  name: { zh: '名称', en: 'name' },
  address: { zh: '地址', en: 'address' },
  representative: { zh: '法定代表人', en: 'representative' },
  number: { zh: '证件号码', en: 'number' },
} as const

const HAN = /\p{Script=Han}/u
const sameScript = (a: string, b: string) => HAN.test(a) === HAN.test(b)
/** Address parts in any order: a street before or after its town is the same place. */
const placeKey = (text: string) =>
  HAN.test(text) ? nameKey(text) : (foldName(text).match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ')

/**
 * I2 · What the supplier's documents say otherwise than its record: names, addresses and representatives in the same
 * script, and numbers of the same kind. Only what is written on both sides is compared.
 */
export function inconsistencies(supplier: Supplier): readonly Inconsistency[] {
  const found: Inconsistency[] = []
  const compare = (
    field: Inconsistency['field'],
    document: SupplierDocument,
    said: string | undefined,
    recorded: readonly string[],
    key: (text: string) => string,
  ) => {
    if (said === undefined) return
    const comparable = recorded.filter((r) => sameScript(r, said))
    if (comparable.length === 0 || comparable.some((r) => key(r) === key(said))) return
    const expected = comparable[0]!
    found.push({
      field,
      document: document.type,
      found: said,
      expected,
      what: {
        zh: `${document.type} 上的${LABEL[field].zh}“${said}”与登记的“${expected}”不一致`,
        en: `The ${LABEL[field].en} on ${document.type} is "${said}", on record "${expected}"`,
      },
    })
  }
  const kinds = new Map(supplier.numbers.map((n) => [`${n.country} ${n.kind}`, n]))
  for (const document of supplier.documents) {
    const { says } = document
    if (!says) continue
    compare('name', document, says.name, [supplier.name, ...supplier.names], nameKey)
    compare(
      'address',
      document,
      says.address,
      [...(supplier.address ? [supplier.address] : []), ...supplier.addresses],
      placeKey,
    )
    compare(
      'representative',
      document,
      says.representative,
      supplier.representative ? [supplier.representative] : [],
      nameKey,
    )
    for (const n of says.numbers ?? []) {
      const recorded = kinds.get(`${n.country} ${n.kind}`)
      if (!recorded) continue
      const normal = (number: string) => checkId(n.country, n.kind, number).normalised
      compare('number', document, n.number, [recorded.number], normal)
    }
  }
  return found
}
