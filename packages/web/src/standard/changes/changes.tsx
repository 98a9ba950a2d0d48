import { addDays, type Day } from '@haixuan/domain/kernel/day'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { markets, useWords } from '../../texts/words.ts'
import { DayInput } from '../../ui/day/day-input.tsx'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { RuleCard } from '../rules/rule-card.tsx'
import '../standard.css'
import { Effect } from './effect.tsx'

const useText = texts('standard-changes', {
  title: { zh: '规则变更', en: 'Changes of law' },
  about: {
    zh: '两日之间哪些规则开始、结束或改变，以及对在办产品的影响',
    en: 'What begins, ends or changes between two days, and what that does to your products',
  },
  market: { zh: '市场', en: 'Market' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  turns: { zh: '变更日', en: 'Days it turns' },
  turn: { zh: '{{day}}（+{{begin}} −{{end}}）', en: '{{day}} (+{{begin}} −{{end}})' },
  begins: { zh: '开始生效', en: 'Begins' },
  ends: { zh: '不再有效', en: 'Ends' },
  changes: { zh: '内容改变', en: 'Changes' },
  before: { zh: '改变前', en: 'Before' },
  after: { zh: '改变后', en: 'After' },
  same: { zh: '两日之间规则没有变化', en: 'The law is the same on both days' },
  effect: { zh: '对我的产品的影响', en: 'Effect on my products' },
})

const FIRST = 'de'
const SHOWN_TURNS = 12

/** M3 · A change of law shows what it affects before it takes effect. */
export function Changes() {
  const t = useText()
  const known = useQuery(ask('standard.markets', {}))
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked of={known}>{(of) => <Between of={of} />}</Asked>
    </Page>
  )
}

function Between({ of }: { readonly of: Answer<'standard.markets'> }) {
  const t = useText()
  const { market } = useWords()
  const { day: sayDay } = useFormats()
  const { at, change } = useListAddress()
  const id = at.market ?? FIRST
  const turns = of.rows.find((m) => m.id === id)?.turns ?? []
  const next = turns.find((turn) => turn.day > of.day) ?? turns.at(-1)
  const to = at.to ?? next?.day ?? of.day
  const from = at.from ?? addDays(to as Day, -1)
  const compared = useQuery({
    ...ask('standard.difference', {}, { market: id, from, to }),
    placeholderData: (before) => before,
  })
  // those around today
  const first = Math.max(turns.findIndex((turn) => turn.day > of.day) - SHOWN_TURNS / 2, 0)
  const shown = turns.slice(first, first + SHOWN_TURNS)
  return (
    <>
      <div className="standard-bar">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('market')}
          value={id}
          onChange={(value) => change({ market: value, from: undefined, to: undefined })}
          options={Object.keys(markets).map((value) => ({ value, label: market(value) }))}
          style={{ width: 150 }}
        />
        <span className="standard-day">
          <label htmlFor="law-from">{t('from')}</label>
          <DayInput id="law-from" value={from} onChange={(day) => change({ from: day })} width={150} />
        </span>
        <span className="standard-day">
          <label htmlFor="law-to">{t('to')}</label>
          <DayInput id="law-to" value={to} onChange={(day) => change({ to: day })} width={150} />
        </span>
      </div>
      <fieldset className="standard-turns" aria-label={t('turns')}>
        <span className="quiet">{t('turns')}</span>
        {shown.map((turn) => (
          <Button
            key={turn.day}
            size="small"
            type={turn.day === to ? 'primary' : turn.day > of.day ? 'default' : 'text'}
            onClick={() => change({ from: addDays(turn.day as Day, -1), to: turn.day })}
          >
            {t('turn', { day: sayDay(turn.day), begin: turn.begin, end: turn.end })}
          </Button>
        ))}
      </fieldset>
      <Asked of={compared}>
        {({ begins, ends, changes }) =>
          begins.length + ends.length + changes.length === 0 ? (
            <p className="quiet">{t('same')}</p>
          ) : (
            <>
              {(
                [
                  ['begins', begins],
                  ['ends', ends],
                ] as const
              ).map(([name, rules]) =>
                rules.length > 0 ? (
                  <Section key={name} title={t(name)}>
                    <ul className="rules">
                      {rules.map((rule) => (
                        <RuleCard key={`${rule.market} ${rule.id}`} rule={rule} />
                      ))}
                    </ul>
                  </Section>
                ) : null,
              )}
              {changes.length > 0 ? (
                <Section title={t('changes')}>
                  {changes.map(({ id: rule, before, after }) => (
                    <div key={rule} className="standard-sides">
                      <div>
                        <h3>{t('before')}</h3>
                        <ul className="rules">
                          <RuleCard rule={before} />
                        </ul>
                      </div>
                      <div>
                        <h3>{t('after')}</h3>
                        <ul className="rules">
                          <RuleCard rule={after} />
                        </ul>
                      </div>
                    </div>
                  ))}
                </Section>
              ) : null}
            </>
          )
        }
      </Asked>
      <Section title={t('effect')}>
        <Effect from={from} to={to} />
      </Section>
    </>
  )
}
