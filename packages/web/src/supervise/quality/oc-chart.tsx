import { useMemo } from 'react'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Chart } from '../../ui/chart.tsx'

const useText = texts('oc-chart', {
  label: {
    zh: 'OC 曲线：不合格品率 {{p95}} 时 95% 的批接收，{{p10}} 时 10% 接收',
    en: 'OC curve: at {{p95}} nonconforming 95 % of lots are accepted, at {{p10}} 10 %',
  },
  share: { zh: '批不合格品率', en: 'Nonconforming in the lot' },
  chance: { zh: '接收概率', en: 'Chance of acceptance' },
  told: {
    zh: '不合格品率 {{p95}} 的批 95% 会被接收（生产方风险 5%）；{{p50}} 时各半；{{p10}} 的批仍有 10% 会被接收（使用方风险）。',
    en: 'Lots with {{p95}} nonconforming are accepted 95 times of 100; with {{p50}} half of them; with {{p10}} still 10 of 100.',
  },
})
type Curve = {
  readonly points: readonly { readonly share: number; readonly chance: number }[]
  readonly at: Readonly<Record<string, number>>
}

/** How well a plan tells good lots from bad: the operating characteristic, with the three shares people ask for. */
export function OcChart({ curve, aql }: { readonly curve: Curve; readonly aql: string }) {
  const t = useText()
  const { percent } = useFormats()
  const shares = {
    p95: percent(curve.at['0.95'] ?? 0),
    p50: percent(curve.at['0.50'] ?? 0),
    p10: percent(curve.at['0.10'] ?? 0),
  }
  const [share, chance] = [t('share'), t('chance')]
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 24, top: 40, bottom: 30, containLabel: true },
      tooltip: { trigger: 'axis' as const, valueFormatter: (v: unknown) => percent(Number(v)) },
      xAxis: {
        type: 'value' as const,
        name: share,
        nameLocation: 'middle' as const,
        nameGap: 26,
        axisLabel: { formatter: (v: number) => percent(v) },
      },
      yAxis: {
        type: 'value' as const,
        name: chance,
        // its words begin at the axis, not around it
        nameTextStyle: { align: 'left' as const, padding: [0, 0, 6, -34] },
        min: 0,
        max: 1,
        axisLabel: { formatter: (v: number) => percent(v) },
      },
      series: [
        {
          type: 'line' as const,
          name: chance,
          showSymbol: false,
          smooth: false,
          areaStyle: { opacity: 0.08 },
          data: curve.points.map((p) => [p.share, p.chance]),
          markLine: {
            symbol: 'none',
            label: { formatter: `AQL ${aql}`, position: 'insideEndTop' as const, rotate: 0, align: 'left' as const },
            data: [{ xAxis: Number(aql) / 100 }],
          },
        },
      ],
    }),
    [curve, aql, share, chance, percent],
  )
  return (
    <>
      <Chart option={option} label={t('label', shares)} height={260} />
      <p className="quiet">{t('told', shares)}</p>
    </>
  )
}
