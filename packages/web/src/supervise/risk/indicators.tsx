import { Link } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { Section } from '../../ui/page/page.tsx'

const useText = texts('risk-indicators', {
  title: { zh: '指标', en: 'Indicators' },
  quiet: { zh: '平稳', en: 'quiet' },
  alert: { zh: '预警', en: 'alert' },
  hold: { zh: '应冻结', en: 'calls for a hold' },
  of: { zh: '{{n}} / {{of}}', en: '{{n}} of {{of}}' },
  bounds: { zh: '95% 区间 {{low}}–{{high}}', en: '95% interval {{low}}–{{high}}' },
  limits: { zh: '预警 {{alert}} · 冻结 {{hold}}', en: 'alert at {{alert}}, hold at {{hold}}' },
  nothing: { zh: '尚无回流数据', en: 'Nothing has come back yet' },
  toResults: { zh: '导入订单与退货数据', en: 'Import orders and returns' },
  line: { zh: '{{name}}：{{n}} 次读数', en: '{{name}}: {{n}} readings' },
  alerts: { zh: '查看预警', en: 'See alerts' },
})
type Indicator = Answer<'risk.register'>['indicators'][number]
const MARK = { quiet: 'passed', alert: 'conditional', hold: 'open' } as const

/** What came back against its thresholds: the share with its bounds, and the line of what was read before. */
export function Indicators({
  indicators,
  project,
}: {
  readonly indicators: readonly Indicator[]
  readonly project: string
}) {
  const t = useText()
  const say = useSay()
  const { number, percent } = useFormats()
  const known = indicators.some((i) => i.trials > 0)
  return (
    <Section
      title={t('title')}
      beside={
        known ? (
          <Link to="/projects/$project/risk/alerts" params={{ project }}>
            {t('alerts')}
          </Link>
        ) : (
          <span>
            <span className="quiet">{t('nothing')}</span>{' '}
            <Link to={'/projects/$project/results' as never} params={{ project } as never}>
              {t('toResults')}
            </Link>
          </span>
        )
      }
    >
      <ul className="indicators">
        {indicators.map((i) => (
          <li key={i.id} className="indicator">
            <header>
              <h3>{say(i.name)}</h3>
              {i.trials > 0 ? (
                <span className={`indicator-${i.state}`}>
                  <span aria-hidden="true">
                    <GateMark state={MARK[i.state]} small />
                  </span>{' '}
                  {t(i.state)}
                </span>
              ) : null}
            </header>
            <p className="indicator-share">{i.trials > 0 ? percent(i.events / i.trials) : '—'}</p>
            {i.trials > 0 ? (
              <p className="quiet">
                {t('of', { n: number(i.events), of: number(i.trials) })} ·{' '}
                {t('bounds', { low: percent(i.low), high: percent(i.high) })}
              </p>
            ) : null}
            <Line indicator={i} label={t('line', { name: say(i.name), n: i.history.length })} />
            <p className="quiet">{t('limits', { alert: percent(Number(i.alert)), hold: percent(Number(i.hold)) })}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const [WIDTH, HEIGHT] = [220, 44]
/** room for the dot and for a line at nought */
const EDGE = 5

/** The shares read so far, with the two thresholds. */
function Line({ indicator, label }: { readonly indicator: Indicator; readonly label: string }) {
  const shares = indicator.history.map((h) => (h.trials > 0 ? h.events / h.trials : 0))
  const limits = [Number(indicator.alert), Number(indicator.hold)]
  const top = Math.max(...shares, ...limits, 0.001) * 1.1
  const y = (share: number) => HEIGHT - EDGE - (share / top) * (HEIGHT - EDGE)
  const x = (i: number) => (shares.length < 2 ? WIDTH / 2 : (i / (shares.length - 1)) * (WIDTH - 6) + 3)
  return (
    <svg
      className="indicator-line"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line className="line-alert" x1="0" x2={WIDTH} y1={y(limits[0] ?? 0)} y2={y(limits[0] ?? 0)} />
      <line className="line-hold" x1="0" x2={WIDTH} y1={y(limits[1] ?? 0)} y2={y(limits[1] ?? 0)} />
      <polyline points={shares.map((s, i) => `${x(i)},${y(s)}`).join(' ')} />
      {shares.length > 0 ? <path d={`M${x(shares.length - 1)} ${y(shares.at(-1) ?? 0)}h0`} /> : null}
    </svg>
  )
}
