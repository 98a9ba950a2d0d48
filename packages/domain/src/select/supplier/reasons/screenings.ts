import { addDays, type Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/errors.ts'
import { listName, OWN_LIST } from '../lists/list-names.ts'
import type { Requirements } from '../qualification.ts'
import type { Supplier } from '../supplier.ts'
import type { End, Reason } from './reason.ts'

/**
 * Lists it was confirmed to be on, hits nobody decided, screenings that are stale or were never made. The organisation's own
 * list is no sanctions list: who was screened against it alone was not screened.
 */
export function screeningReasons(supplier: Supplier, wanted: Requirements, day: Day, reasons: Reason[], ends: End[]) {
  const add = (effect: Reason['effect'], state: Reason['state'], what: Text, remedy: Text) =>
    reasons.push({ part: 'screening', effect, state, what, remedy })
  const latest = new Map<string, Supplier['screenings'][number]>()
  for (const s of supplier.screenings)
    if (s.on <= day && !(s.withdrawn && s.withdrawn.on <= day) && s.on >= (latest.get(s.list)?.on ?? ''))
      latest.set(s.list, s)
  if (![...latest.keys()].some((list) => list !== OWN_LIST))
    add(
      'condition',
      'missing',
      { zh: '尚未作制裁名单筛查', en: 'It has not been screened against sanctions lists' },
      { zh: '请用最新名单筛查', en: 'Screen it against the current lists' },
    )
  for (const s of latest.values()) {
    const list = listName(s.list)
    if (s.decision === 'the-same')
      add(
        'reject',
        'wrong',
        { zh: `经确认，供应商列于${list.zh}`, en: `It is confirmed to be on the ${list.en}` },
        { zh: '不得与其交易', en: 'Do not deal with it' },
      )
    else if (s.hits.length > 0 && (s.decision !== 'not-the-same' || !s['decided-by']))
      add(
        'condition',
        'missing',
        {
          zh: `${list.zh}有 ${s.hits.length} 个疑似命中待判定`,
          en: `Possible hits on the ${list.en} await a decision: ${s.hits.length}`,
        },
        { zh: '请逐一判定并写明理由', en: 'Decide each with a reason' },
      )
    const until = addDays(s.on as Day, wanted.screeningDays)
    if (until < day)
      add(
        'condition',
        'wrong',
        {
          zh: `${list.zh}的筛查已过期（${s.on}）`,
          en: `The screening against the ${list.en} of ${s.on} is out of date`,
        },
        { zh: '请用最新名单重新筛查', en: 'Screen it again with the current list' },
      )
    else
      ends.push({
        day: until,
        because: { zh: `${list.zh}需重新筛查`, en: `screening against the ${list.en} is due` },
      })
  }
}
