import { TOPICS } from '@haixuan/domain/gate/rule'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { classes, markets, useWords } from '../../texts/words.ts'
import { DayInput } from '../../ui/day/day-input.tsx'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import '../standard.css'
import { WordsField } from '../words-field.tsx'
import { RuleCard } from './rule-card.tsx'

const useText = texts('standard-rules', {
  title: { zh: '市场规则', en: 'Rules by market' },
  about: {
    zh: '某市场在任意一天有效的规则，含其上级市场',
    en: 'The law of a market as it stands on any day, with that of its parents',
  },
  market: { zh: '市场', en: 'Market' },
  day: { zh: '日期', en: 'Day' },
  class: { zh: '品类', en: 'Class' },
  topic: { zh: '主题', en: 'Topic' },
  count: { zh: '{{count}} 条规则有效', en: { one: '{{count}} rule in force', other: '{{count}} rules in force' } },
  none: { zh: '没有符合条件的规则', en: 'No rule fits' },
  product: { zh: '产品', en: 'Products' },
  label: { zh: '标签', en: 'Labels' },
  claim: { zh: '宣称', en: 'Claims' },
  supplier: { zh: '供应商', en: 'Suppliers' },
  price: { zh: '价格', en: 'Prices' },
  delivery: { zh: '配送', en: 'Delivery' },
  duty: { zh: '税费', en: 'Duties and taxes' },
  returns: { zh: '退换货', en: 'Returns' },
  stream: { zh: '直播', en: 'The stream' },
})

const FIRST = 'sg'

/** M3 · The law of a market as of any day; what is chosen stays in the address. */
export function Rules() {
  const t = useText()
  const { market, className } = useWords()
  const { day: sayDay } = useFormats()
  const { at, change } = useListAddress()
  const known = useQuery(ask('standard.markets', {}))
  const today = known.data?.day
  const asked = useMemo(
    () => ({
      market: at.market ?? FIRST,
      ...(at.day ? { day: at.day } : {}),
      ...(at.class ? { class: at.class } : {}),
      ...(at.topic ? { topic: at.topic as (typeof TOPICS)[number] } : {}),
      ...(at.q ? { q: at.q } : {}),
    }),
    [at],
  )
  const rules = useQuery({ ...ask('standard.rules', {}, asked), placeholderData: (before) => before })
  const day = at.day ?? today
  return (
    <Page title={t('title')} about={t('about')} beside={day ? <span className="quiet">{sayDay(day)}</span> : null}>
      <div className="standard-bar">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('market')}
          value={asked.market}
          onChange={(value) => change({ market: value })}
          options={Object.keys(markets).map((value) => ({ value, label: market(value) }))}
          style={{ width: 150 }}
        />
        <DayInput aria-label={t('day')} value={day} onChange={(chosen) => change({ day: chosen })} width={150} />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('class')}
          placeholder={t('class')}
          value={at.class ?? null}
          onChange={(value) => change({ class: value ?? undefined })}
          options={Object.keys(classes).map((value) => ({ value, label: className(value) }))}
          style={{ width: 180 }}
        />
        <Select
          allowClear
          aria-label={t('topic')}
          placeholder={t('topic')}
          value={at.topic ?? null}
          onChange={(value) => change({ topic: value ?? undefined })}
          options={TOPICS.map((value) => ({ value, label: t(value) }))}
          style={{ width: 130 }}
        />
        <WordsField />
        {rules.data ? <span className="quiet">{t('count', { count: rules.data.rows.length })}</span> : null}
      </div>
      <Asked of={rules} lines={12}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('none')} />
          ) : (
            TOPICS.filter((topic) => rows.some((r) => r.topic === topic)).map((topic) => (
              <Section key={topic} title={t(topic)}>
                <ul className="rules">
                  {rows
                    .filter((r) => r.topic === topic)
                    .map((rule) => (
                      <RuleCard key={`${rule.market} ${rule.id}`} rule={rule} />
                    ))}
                </ul>
              </Section>
            ))
          )
        }
      </Asked>
    </Page>
  )
}
