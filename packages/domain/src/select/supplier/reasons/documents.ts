import type { Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/errors.ts'
import { bestDocument } from '../documents.ts'
import type { Requirements } from '../qualification.ts'
import type { Supplier } from '../supplier.ts'
import { EFFECT, type End, type Reason, type SupplierStandard } from './reason.ts'

/** Documents asked for that are missing, do not hold on the day, or whose file is not held. */
export function documentReasons(
  supplier: Supplier,
  wanted: Requirements,
  standard: SupplierStandard,
  day: Day,
  reasons: Reason[],
  ends: End[],
) {
  const nameOf = (types: readonly string[], language: 'zh' | 'en', or: string) =>
    types.map((t) => standard.documents.get(t)?.name[language] ?? t).join(or)
  for (const { anyOf, need, row } of wanted.documents) {
    const zh = nameOf(anyOf, 'zh', ' 或 ')
    const en = nameOf(anyOf, 'en', ' or ')
    const held = bestDocument(supplier, anyOf, standard.documents, day)
    const add = (effect: Reason['effect'], state: Reason['state'], what: Text, remedy: Text) =>
      reasons.push({ part: 'document', effect, state, row, what, remedy })
    if (!held) {
      add(EFFECT[need], 'missing', { zh: `缺少${zh}`, en: `${en} is missing` }, { zh: '请补交', en: 'Hand it in' })
      continue
    }
    const { state, until } = held.validity
    if (state === 'expired')
      add(
        EFFECT[need],
        'wrong',
        { zh: `${zh}已于 ${until} 到期`, en: `${en} ended on ${until}` },
        { zh: '请换证后补交', en: 'Renew it and hand it in' },
      )
    else if (state === 'not-yet')
      add(
        EFFECT[need],
        'wrong',
        { zh: `${zh}自 ${held.document.issued} 起生效`, en: `${en} begins only on ${held.document.issued}` },
        { zh: '请提供当日有效的文件', en: 'Hand in one that holds on the day' },
      )
    else if (state === 'undated')
      add(
        'condition',
        'missing',
        { zh: `${zh}未注明签发日或有效期`, en: `${en} has neither a day of issue nor an expiry` },
        { zh: '请补登日期', en: 'Record its dates' },
      )
    else if (!held.document.evidence)
      add(
        'condition',
        'missing',
        { zh: `${zh}未上传文件`, en: `The file of ${en} is not held` },
        { zh: '请上传扫描件', en: 'Upload a scan' },
      )
    if (state === 'valid' && until !== undefined)
      ends.push({ day: until, because: { zh: `${zh}到期`, en: `${en} ends` } })
  }
}
