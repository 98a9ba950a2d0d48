import { addDays, type Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/errors.ts'
import type { Requirements } from '../qualification.ts'
import type { Supplier } from '../supplier.ts'
import type { End, Reason } from './reason.ts'

/** Lists it was confirmed to be on, hits nobody decided, screenings that are stale or were never made. */
export function screeningReasons(supplier: Supplier, wanted: Requirements, day: Day, reasons: Reason[], ends: End[]) {
  const add = (effect: Reason['effect'], state: Reason['state'], what: Text, remedy: Text) =>
    reasons.push({ part: 'screening', effect, state, what, remedy })
  const latest = new Map<string, Supplier['screenings'][number]>()
  for (const s of supplier.screenings) if (s.on <= day && s.on >= (latest.get(s.list)?.on ?? '')) latest.set(s.list, s)
  if (latest.size === 0)
    add(
      'condition',
      'missing',
      { zh: '尚未作制裁名单筛查', en: 'It has not been screened against sanctions lists' },
      { zh: '请用最新名单筛查', en: 'Screen it against the current lists' },
    )
  for (const s of latest.values()) {
    if (s.decision === 'the-same')
      add(
        'reject',
        'wrong',
        { zh: `经确认，供应商在名单 ${s.list} 上`, en: `It is confirmed to be on list ${s.list}` },
        { zh: '不得与其交易', en: 'Do not deal with it' },
      )
    else if (s.hits.length > 0 && (s.decision !== 'not-the-same' || !s['decided-by']))
      add(
        'condition',
        'missing',
        {
          zh: `名单 ${s.list} 有 ${s.hits.length} 个疑似命中待判定`,
          en: `Possible hits on list ${s.list} await a decision: ${s.hits.length}`,
        },
        { zh: '请逐一判定并写明理由', en: 'Decide each with a reason' },
      )
    const until = addDays(s.on as Day, wanted.screeningDays)
    if (until < day)
      add(
        'condition',
        'wrong',
        {
          zh: `名单 ${s.list} 的筛查已过期（${s.on}）`,
          en: `The screening against ${s.list} of ${s.on} is out of date`,
        },
        { zh: '请用最新名单重新筛查', en: 'Screen it again with the current list' },
      )
    else
      ends.push({ day: until, because: { zh: `名单 ${s.list} 需重新筛查`, en: `screening against ${s.list} is due` } })
  }
}
