import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../../client/ask.ts'
import type { Answer } from '../../../client/operations.ts'
import { useMe } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { Score, ScoreParts } from '../../../ui/score/score.tsx'
import './scorecard.css'

const useText = texts('supplier-scorecard', {
  title: { zh: '记分卡', en: 'Scorecard' },
  none: { zh: '还没有直播结果、批次或售后记录', en: 'No results, lots or cases yet' },
  of: { zh: '{{events}} / {{trials}}', en: '{{events}} of {{trials}}' },
  lots: { zh: '大货批次', en: 'Lots' },
  accepted: { zh: '接收 {{count}}', en: 'accepted {{count}}' },
  refused: { zh: '拒收 {{count}}', en: 'refused {{count}}' },
  waiting: { zh: '待检 {{count}}', en: 'waiting {{count}}' },
  cases: { zh: '售后', en: 'After-sales cases' },
  defect: { zh: '质量问题', en: 'Defect' },
  'not-as-described': { zh: '货不对板', en: 'Not as described' },
  late: { zh: '迟到', en: 'Late' },
  lost: { zh: '丢失', en: 'Lost' },
  withdrawal: { zh: '无理由退货', en: 'Withdrawal' },
  exchange: { zh: '换货', en: 'Exchange' },
  projects: { zh: '按项目', en: 'By project' },
  orders: { zh: '{{count}} 单', en: { one: '{{count}} order', other: '{{count}} orders' } },
})
const MARK = { quiet: 'passed', alert: 'conditional', hold: 'open' } as const

/** S1, R1 · How the supplier has done, from the records: every share with what it counts. */
export function Scorecard({ supplier }: { readonly supplier: string }) {
  const t = useText()
  const me = useMe().data
  const card = useQuery({ ...ask('supplier.scorecard', { supplier }), enabled: me?.supplier === null })
  if (me?.supplier !== null) return null
  return (
    <Section title={t('title')} id="scorecard" beside={card.data ? <Score card={card.data} /> : null}>
      <Asked of={card}>{(found) => <Shown card={found} />}</Asked>
    </Section>
  )
}

function Shown({ card }: { readonly card: Answer<'supplier.scorecard'> }) {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  const told = card.indicators.filter((i) => i.trials > 0)
  const lots = (verdict: string) => card.lots.filter((l) => l.verdict === verdict).length
  const sold = card.projects.filter((p) => (p.counts.orders ?? 0) > 0)
  if (told.length === 0 && card.lots.length === 0 && card.cases.length === 0)
    return <p className="quiet">{t('none')}</p>
  return (
    <>
      <ScoreParts card={card} />
      <ul>
        {told.map((i) => (
          <li key={i.id} className="score-row">
            <span>
              <GateMark state={MARK[i.state]} small /> {say(i.name)}
            </span>
            <span className="quiet profile-small">
              {t('of', { events: formats.number(i.events), trials: formats.number(i.trials) })}
            </span>
            <strong>{formats.rate(i.events / i.trials)}</strong>
          </li>
        ))}
      </ul>
      {card.lots.length > 0 ? (
        <p className="score-row">
          <span>{t('lots')}</span>
          <span>
            {t('accepted', { count: lots('accepted') })} ·{' '}
            <span className={lots('refused') > 0 ? 'profile-wrong' : undefined}>
              {t('refused', { count: lots('refused') })}
            </span>
            {lots('waiting') > 0 ? ` · ${t('waiting', { count: lots('waiting') })}` : ''}
          </span>
        </p>
      ) : null}
      {card.cases.length > 0 ? (
        <p className="score-row">
          <span>{t('cases')}</span>
          <span>{card.cases.map((c) => `${t(c.kind)} ${formats.number(c.count)}`).join(' · ')}</span>
        </p>
      ) : null}
      {sold.length > 0 ? (
        <>
          <h3>{t('projects')}</h3>
          <ul>
            {sold.map((p) => (
              <li key={p.project} className="score-row">
                <Link to="/projects/$project" params={{ project: p.project }}>
                  {p.name}
                </Link>
                <span className="quiet">{t('orders', { count: p.counts.orders ?? 0 })}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
