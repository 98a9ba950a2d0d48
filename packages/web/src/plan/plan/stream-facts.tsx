import { Tag } from 'antd'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { Fact, Facts } from '../../ui/page/page.tsx'
import { StreamTime } from '../../ui/stream-time.tsx'
import type { Part } from './part.ts'

export const useStreamText = texts('stream-facts', {
  name: { zh: '项目名称', en: 'Name' },
  theme: { zh: '直播主题', en: 'Theme' },
  markets: { zh: '目标市场', en: 'Markets' },
  language: { zh: '讲解语言', en: 'Language' },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英语', en: 'English' },
  when: { zh: '开播时间', en: 'When' },
  date: { zh: '直播日', en: 'Day' },
  time: { zh: '开播时刻', en: 'Time' },
  'time-zone': { zh: '时区', en: 'Time zone' },
  platform: { zh: '直播平台', en: 'Platform' },
  channel: { zh: '直播间', en: 'Channel' },
  host: { zh: '主播', en: 'Host' },
  verified: { zh: '身份已核验', en: 'identity verified' },
  unverified: { zh: '身份未核验', en: 'identity not verified' },
  audience: { zh: '受众', en: 'Audience' },
  budget: { zh: '预算', en: 'Budget' },
  currency: { zh: '直播币种', en: 'Currency of the stream' },
  goals: { zh: '目标', en: 'Goals' },
  gmv: { zh: '成交额', en: 'GMV' },
  orders: { zh: '订单', en: 'orders' },
  followers: { zh: '新增关注', en: 'followers' },
  slots: { zh: '坑位', en: 'Slots' },
  minutes: { zh: '每个坑位（分钟）', en: 'Minutes of a slot' },
  'theme-classes': { zh: '主题品类', en: 'Classes of the theme' },
  'forbidden-classes': { zh: '禁选品类', en: 'Forbidden classes' },
  'retention-years': { zh: '记录保存年限', en: 'Years records are kept' },
  unset: { zh: '未写明', en: 'not said' },
})

/** P1 · What the stream is: theme, markets, when and where, who for, what it is to reach. */
export function StreamFacts({ of: { plan } }: Part) {
  const t = useStreamText()
  const formats = useFormats()
  const { market, className } = useWords()
  const minutes = (plan.lineup as { 'minutes-per-slot'?: number } | undefined)?.['minutes-per-slot']
  const unset = <span className="quiet">{t('unset')}</span>
  const goals = [
    plan.goals?.gmv ? `${t('gmv')} ${formats.number(Number(plan.goals.gmv))}` : undefined,
    plan.goals?.orders ? `${t('orders')} ${formats.number(plan.goals.orders)}` : undefined,
    plan.goals?.followers ? `${t('followers')} ${formats.number(plan.goals.followers)}` : undefined,
  ].filter((g) => g !== undefined)
  const classes = (ids: readonly string[] | undefined) =>
    ids && ids.length > 0 ? ids.map((id) => <Tag key={id}>{className(id)}</Tag>) : unset
  return (
    <Facts>
      <Fact name={t('theme')}>{plan.theme}</Fact>
      <Fact name={t('markets')}>{formats.list(plan.markets.map(market))}</Fact>
      <Fact name={t('when')}>
        <StreamTime day={plan.date} time={plan.time} zone={plan['time-zone']} />
      </Fact>
      <Fact name={t('platform')}>{[plan.platform, plan.channel].filter(Boolean).join(' · ') || unset}</Fact>
      <Fact name={t('host')}>
        {plan.host ? (
          <>
            {plan.host.name} <span className="quiet">{t(plan.host.verified ? 'verified' : 'unverified')}</span>
          </>
        ) : (
          unset
        )}
      </Fact>
      <Fact name={t('language')}>{t(plan.language)}</Fact>
      <Fact name={t('audience')}>{plan.audience ?? unset}</Fact>
      <Fact name={t('budget')}>
        {plan.budget ? `${plan.budget.currency} ${formats.number(Number(plan.budget.amount))}` : unset}
      </Fact>
      <Fact name={t('goals')}>{goals.length > 0 ? formats.row(goals) : unset}</Fact>
      <Fact name={t('slots')}>{formats.number(plan.slots)}</Fact>
      {minutes ? <Fact name={t('minutes')}>{formats.number(minutes)}</Fact> : null}
      <Fact name={t('theme-classes')}>{classes(plan['theme-classes'])}</Fact>
      <Fact name={t('forbidden-classes')}>{classes(plan['forbidden-classes'])}</Fact>
    </Facts>
  )
}
