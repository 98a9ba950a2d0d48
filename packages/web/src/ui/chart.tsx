import type { EChartsOption } from 'echarts'
import type { EChartsType } from 'echarts/core'
import { useEffect, useRef } from 'react'
import { useDark } from '../look/theme.ts'
import { token } from '../look/token.ts'

type Props = {
  readonly option: EChartsOption
  /** what the chart shows, for readers of screens */
  readonly label: string
  readonly height?: number
  /** a mark of the chart was chosen: open its rows */
  readonly onChoose?: (mark: {
    readonly name: string
    readonly dataIndex: number
    readonly seriesName?: string
  }) => void
}

/** A chart in the colours of the workbench; the library is loaded when the first one is shown. */
export function Chart({ option, label, height = 280, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const dark = useDark()
  const choose = useRef(onChoose)
  choose.current = onChoose
  useEffect(() => {
    const at = box.current
    if (!at) return
    let gone = false
    const size = new ResizeObserver(() => chart.current?.resize())
    void import('./chart-library.ts').then(({ draw }) => {
      if (gone) return
      void dark
      chart.current = draw(at, themeOf(at))
      chart.current.on('click', (mark) => choose.current?.(mark as never))
      chart.current.setOption({ ...lookOf(at), ...option })
      size.observe(at)
    })
    return () => {
      gone = true
      size.disconnect()
      chart.current?.dispose()
      chart.current = undefined
    }
  }, [dark, option])
  return <div ref={box} role="img" aria-label={label} style={{ height, width: '100%' }} />
}

/** Axes and marks of every chart, whatever it says itself. */
function themeOf(at: Element): object {
  const quiet = { color: token('text-quiet', at) }
  const line = { lineStyle: { color: token('line', at) } }
  const axis = { axisLabel: quiet, nameTextStyle: quiet, axisLine: line, axisTick: line, splitLine: line }
  return {
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    legend: { textStyle: { color: token('text', at) } },
    radar: { axisLine: line, splitLine: line },
    markLine: { label: { color: token('text', at), textBorderWidth: 0 } },
  }
}

const lookOf = (at: Element): EChartsOption => ({
  color: ['accent', 'passed', 'conditional', 'waived', 'open', 'lapsed'].map((name) => token(name, at)),
  textStyle: { fontFamily: token('font', at), color: token('text', at) },
  animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
  grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true },
})
