import { SUPPLIER_KINDS } from '@haixuan/domain/select/supplier/supplier'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { useLanguage } from '../../texts/language.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { classes, useWords } from '../../texts/words.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Fact, Facts } from '../../ui/page/page.tsx'
import type { Part } from './part.ts'

const useText = texts('qualification', {
  who: { zh: '这样的供应商须出示', en: 'What such a supplier must show' },
  country: { zh: '国别', en: 'Country' },
  kind: { zh: '类型', en: 'Kind' },
  classes: { zh: '供应品类', en: 'Classes supplied' },
  manufacturer: { zh: '生产商', en: 'manufacturer' },
  'brand-owner': { zh: '品牌方', en: 'brand owner' },
  distributor: { zh: '经销商', en: 'distributor' },
  trader: { zh: '贸易商', en: 'trader' },
  must: { zh: '必备', en: 'must' },
  should: { zh: '宜备', en: 'should' },
  plan: { zh: '本方案加严', en: 'added by this plan' },
  documents: { zh: '证件', en: 'Documents' },
  numbers: { zh: '登记号码', en: 'Identity numbers' },
  inspections: { zh: '考察', en: 'Inspection' },
  or: { zh: '或', en: ' or ' },
  score: { zh: '得分不低于 {{score}}', en: 'score of {{score}} or more' },
  onSite: { zh: '须现场', en: 'on site' },
  screening: { zh: '名单筛查有效期', en: 'Screening holds' },
  review: { zh: '资格复审周期', en: 'Decision holds' },
  conditional: { zh: '有条件资格期限', en: 'Conditional decision holds' },
  cooling: { zh: '账户变更冷静期', en: 'Bank change rests' },
  days: { zh: '{{count}} 天', en: { one: '{{count}} day', other: '{{count}} days' } },
})

const COUNTRIES = ['CN', 'SG', 'MY', 'TH', 'VN', 'ID', 'PH', 'DE', 'FR', 'IT', 'ES', 'NL', 'PL', 'GB', 'US', 'JP', 'KR']

/** P3 · The matrix that the plan adopts, as it stands for a kind of supplier after the plan's tightening. */
export function Qualification({ of }: Part) {
  const t = useText()
  const say = useSay()
  const { className } = useWords()
  const { percent } = useFormats()
  const language = useLanguage()
  const [country, setCountry] = useState('CN')
  const [kind, setKind] = useState<(typeof SUPPLIER_KINDS)[number]>('manufacturer')
  const [chosen, setChosen] = useState<string[]>(of.plan['theme-classes']?.slice(0, 1) ?? [])
  const asked = useQuery(ask('project.requirements', { project: of.id }, { country, kind, class: chosen.join(',') }))
  const regions = new Intl.DisplayNames(language === 'zh' ? 'zh-CN' : 'en', { type: 'region' })
  return (
    <>
      <div className="plan-choose" role="group" aria-label={t('who')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('country')}
          value={country}
          onChange={setCountry}
          options={COUNTRIES.map((value) => ({ value, label: regions.of(value) ?? value }))}
          style={{ minWidth: 120 }}
        />
        <Select
          aria-label={t('kind')}
          value={kind}
          onChange={setKind}
          options={SUPPLIER_KINDS.map((value) => ({ value, label: t(value as 'trader') }))}
          style={{ minWidth: 120 }}
        />
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('classes')}
          placeholder={t('classes')}
          value={chosen}
          onChange={setChosen}
          options={Object.keys(classes).map((value) => ({ value, label: className(value) }))}
          style={{ minWidth: 220, flex: 1 }}
        />
      </div>
      <Asked of={asked}>
        {(needs) => {
          const row = (
            {
              anyOf,
              need,
              row,
            }: { anyOf: { id: string; name: { zh: string; en: string } }[]; need: 'must' | 'should'; row: string },
            more = '',
          ) => (
            <li key={`${row} ${anyOf.map((a) => a.id).join()}`}>
              <span className={`plan-need plan-${need}`}>{t(need)}</span>
              <span>
                {anyOf.map((a) => say(a.name)).join(t('or'))}
                {more ? <span className="quiet"> · {more}</span> : null}
                {row === 'plan' ? <span className="plan-tight"> {t('plan')}</span> : null}
              </span>
            </li>
          )
          return (
            <div className="plan-needs">
              <div>
                <h3>{t('documents')}</h3>
                <ul>{needs.documents.map((d) => row(d))}</ul>
              </div>
              <div>
                <h3>{t('numbers')}</h3>
                <ul>{needs.numbers.map((n) => row(n))}</ul>
                <h3>{t('inspections')}</h3>
                <ul>
                  {needs.inspections.map((i) =>
                    row(
                      i,
                      [i.minScore > 0 ? t('score', { score: percent(i.minScore) }) : '', i.onSite ? t('onSite') : '']
                        .filter(Boolean)
                        .join(' · '),
                    ),
                  )}
                </ul>
                <Facts>
                  <Fact name={t('screening')}>{t('days', { count: needs.screeningDays })}</Fact>
                  <Fact name={t('review')}>{t('days', { count: needs.reviewDays })}</Fact>
                  <Fact name={t('conditional')}>{t('days', { count: needs.conditionalDays })}</Fact>
                  <Fact name={t('cooling')}>{t('days', { count: needs.coolingOffDays })}</Fact>
                </Facts>
              </div>
            </div>
          )
        }}
      </Asked>
    </>
  )
}
