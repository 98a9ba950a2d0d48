import { DAY } from './plan.mjs'

/** The stream of the example as it went: released the evening before, shown slot by slot, ended. */

const params = { project: 'southeast-asia-beauty-home' }
const at = (time, day = DAY) => `${day}T${time}:00+08:00`
const next = (from, times) => ({ do: 'live.next', by: '江一帆', at: at(from), times, every: 6, params })

export const onAir = {
  stream: DAY,
  steps: [
    {
      do: 'lineup.release',
      by: '顾立',
      at: at('18:30', '2026-06-05'),
      version: 1,
      params,
      input: { remark: '封样与大货逐一对过，可以开播' },
    },
    { do: 'live.start', by: '江一帆', at: at('19:58'), params },
    next('20:00', 15),
    {
      do: 'live.incident',
      by: '江一帆',
      at: at('21:27'),
      params,
      input: {
        kind: 'price',
        severity: 'minor',
        what: '有观众问标价是否含税，主播答“另计”；标价本已含税',
        done: '主播当场更正，中控置顶“标价含税”',
      },
    },
    next('21:30', 9),
    { do: 'live.end', by: '江一帆', at: at('22:24'), params, input: { remark: '二十四个位次全部播完，无下架' } },
  ],
}
