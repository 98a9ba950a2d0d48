import type { EChartsOption } from 'echarts'
import { useMemo } from 'react'
import type { Answer } from '../../client/operations.ts'
import { useNarrow } from '../../look/narrow.ts'
import { token } from '../../look/token.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { Chart } from '../../ui/chart.tsx'
import { useCountWords } from './count-words.ts'

const useText = texts('group-chart', {
  label: { zh: '各组的订单与转化率；点选打开明细', en: 'Orders and conversion by group; choose one to open its rows' },
  none: { zh: '未定', en: 'none' },
  slot: { zh: '第 {{n}} 位', en: 'Slot {{n}}' },
  conversion: { zh: '转化率', en: 'Conversion' },
  against: { zh: '与其余相比', en: 'Against the rest' },
  better: { zh: '更好', en: 'better' },
  worse: { zh: '更差', en: 'worse' },
  'not-clear': { zh: '尚不能判断', en: 'not clear yet' },
  returns: { zh: '退货率', en: 'Return rate' },
  unlike: { zh: '货不对板率', en: 'Not as described' },
  points: { zh: '{{low}} 至 {{high}} 个百分点', en: '{{low}} to {{high}} points' },
  open: { zh: '打开 {{name}} 的明细', en: 'Open the rows of {{name}}' },
})
type Told = Answer<'results.groups'>
type Props = {
  readonly told: Told
  readonly by: 'product' | 'role' | 'slot' | 'class' | 'supplier'
  /** how what they are grouped by is called */
  readonly head: string
  readonly onChoose: (key: string) => void
}
const MOST_BARS = 30
/** as many as can be told apart on a phone */
const MOST_ON_PHONE = 8
const ROOMY = 1000
const MOST_ROWS = 12

/** T3 · Groups as bars and a table: what sold, and whether it sold better than the rest beyond doubt. */
export function GroupChart({ told, by, head, onChoose }: Props) {
  const t = useText()
  const word = useCountWords()
  const formats = useFormats()
  const { term, className } = useWords()
  const nameOf = (g: Told['groups'][number]) =>
    g.key === ''
      ? t('none')
      : by === 'role'
        ? term(g.key)
        : by === 'class'
          ? className(g.key)
          : by === 'slot'
            ? t('slot', { n: g.key })
            : (g.name ?? g.key)
  const [events, trials] = told.conversion
  const groups = useMemo(() => {
    const order = (a: Told['groups'][number], b: Told['groups'][number]) =>
      by === 'slot' ? Number(a.key || 1e9) - Number(b.key || 1e9) : (b.counts.orders ?? 0) - (a.counts.orders ?? 0)
    return told.groups.toSorted(order)
  }, [told, by])
  const narrow = useNarrow()
  const bars = groups.slice(0, narrow ? MOST_ON_PHONE : innerWidth < ROOMY ? MOST_BARS / 2 : MOST_BARS)
  const share = (g: Told['groups'][number], part: string, whole: string) =>
    g.counts[whole] ? (g.counts[part] ?? 0) / g.counts[whole] : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language, which makes the names
  const option = useMemo<EChartsOption>(() => {
    const names = bars.map(nameOf)
    return {
      tooltip: { trigger: 'axis' },
      legend: { top: 0, textStyle: { color: token('text') } },
      xAxis: {
        type: 'category',
        data: names,
        axisLabel: {
          color: token('text-quiet'),
          interval: 0,
          width: narrow ? 64 : 90,
          overflow: 'truncate',
          rotate: bars.length > (narrow ? 4 : 8) ? 30 : 0,
        },
      },
      yAxis: [
        {
          type: 'value',
          axisLabel: { color: token('text-quiet') },
          splitLine: { lineStyle: { color: token('line') } },
        },
        {
          type: 'value',
          axisLabel: { color: token('text-quiet'), formatter: (v: number) => formats.percent(v) },
          splitLine: { show: false },
        },
      ],
      series: [
        { name: word('orders'), type: 'bar', data: bars.map((g) => g.counts.orders ?? 0), barMaxWidth: 36 },
        {
          name: t('conversion'),
          // dots: one group leads to no other
          type: 'scatter',
          yAxisIndex: 1,
          symbolSize: 9,
          itemStyle: { color: token('surface'), borderColor: token('text'), borderWidth: 2, opacity: 1 },
          data: bars.map((g) => share(g, events, trials) ?? null),
          tooltip: { valueFormatter: (v) => (typeof v === 'number' ? formats.percent(v) : '—') },
        },
      ],
    }
  }, [bars, formats, narrow])
  return (
    <>
      <Chart
        option={option}
        label={t('label')}
        height={300}
        onChoose={({ dataIndex }) => {
          const chosen = bars[dataIndex]
          if (chosen && chosen.key !== '') onChoose(chosen.key)
        }}
      />
      <div className="results-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col" className="results-end">
                {word('orders')}
              </th>
              <th scope="col" className="results-end">
                {t('conversion')}
              </th>
              <th scope="col" className="results-end">
                {t('returns')}
              </th>
              <th scope="col" className="results-end">
                {t('unlike')}
              </th>
              <th scope="col">{t('against')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.slice(0, MOST_ROWS).map((g) => {
              const percent = (part: string, whole: string) => {
                const value = share(g, part, whole)
                return value === undefined ? '—' : formats.rate(value)
              }
              return (
                <tr key={g.key}>
                  <td>
                    {g.key === '' ? (
                      nameOf(g)
                    ) : (
                      <button
                        type="button"
                        className="results-open"
                        aria-label={t('open', { name: nameOf(g) })}
                        onClick={() => {
                          onChoose(g.key)
                          document.getElementById('rows')?.scrollIntoView()
                        }}
                      >
                        {nameOf(g)}
                      </button>
                    )}
                  </td>
                  <td className="results-end" data-head={word('orders')}>
                    {formats.number(g.counts.orders ?? 0)}
                  </td>
                  <td className="results-end" data-head={t('conversion')}>
                    {percent(events, trials)}
                  </td>
                  <td className="results-end" data-head={t('returns')}>
                    {percent('returns', 'orders')}
                  </td>
                  <td className="results-end" data-head={t('unlike')}>
                    {percent('not-as-described', 'orders')}
                  </td>
                  <td>{g.compared === null ? '—' : <Compared of={g.compared} />}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Compared({ of }: { readonly of: NonNullable<Told['groups'][number]['compared']> }) {
  const t = useText()
  const formats = useFormats()
  const points = (share: number) =>
    `${share > 0 ? '+' : share < 0 ? '−' : ''}${formats.number(Math.abs(Math.round(share * 1000) / 10))}`
  return (
    <span className={`results-${of.verdict}`} title={t('points', { low: points(of.low), high: points(of.high) })}>
      {of.verdict === 'better' ? '▲ ' : of.verdict === 'worse' ? '▼ ' : '○ '}
      {t(of.verdict)}{' '}
      <span className="quiet">
        {points(of.low)} … {points(of.high)}
      </span>
    </span>
  )
}
