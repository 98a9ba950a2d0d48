import { checkId } from '../identity.ts'
import type { Requirements } from '../qualification.ts'
import type { Supplier } from '../supplier.ts'
import { EFFECT, type Reason } from './reason.ts'

/** Identity numbers that fail their check, and those asked for and not on record. */
export function numberReasons(supplier: Supplier, wanted: Requirements, reasons: Reason[]) {
  for (const n of supplier.numbers) {
    const found = checkId(n.country, n.kind, n.number)
    if (!found.valid)
      reasons.push({
        part: 'number',
        effect: 'reject',
        state: 'wrong',
        what: {
          zh: `${found.name.zh} ${n.number} 未通过校验：${found.says.zh}`,
          en: `${found.name.en} ${n.number} is not valid: ${found.reason}`,
        },
        remedy: { zh: '请对照证件原件更正号码', en: 'Correct the number from the original' },
      })
  }
  const held = new Set(supplier.numbers.map((n) => `${n.country} ${n.kind}`))
  for (const { anyOf, need, row } of wanted.numbers)
    if (!anyOf.some((k) => held.has(k)))
      reasons.push({
        part: 'number',
        effect: EFFECT[need],
        state: 'missing',
        row,
        what: { zh: `未登记号码：${anyOf.join(' 或 ')}`, en: `No ${anyOf.join(' or ')} number is on record` },
        remedy: { zh: '请补登号码', en: 'Record the number' },
      })
}
