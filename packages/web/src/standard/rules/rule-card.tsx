import { Tag } from 'antd'
import type { Answer } from '../../client/operations.ts'
import { useAct } from '../../texts/act.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { useParameterWords } from './parameter-words.ts'

const useText = texts('rule-card', {
  block: { zh: '阻断', en: 'blocks' },
  warn: { zh: '警示', en: 'warns' },
  note: { zh: '提示', en: 'notes' },
  statutory: { zh: '法定', en: 'by law' },
  since: { zh: '自\u00a0{{from}}', en: 'since {{from}}' },
  span: { zh: '{{from}} 至 {{until}} 前', en: '{{from}} until {{until}}' },
  source: { zh: '依据：{{source}}', en: 'Source: {{source}}' },
  memory: { zh: '凭记忆录入，待核对原文', en: 'recorded from memory, to be compared with the text' },
  compared: { zh: '{{day}} 与原文核对', en: 'compared with the text on {{day}}' },
  own: { zh: '组织自定', en: "the organisation's own" },
  owes: { zh: '由{{who}}处理', en: 'owed by {{who}}' },
  classes: { zh: '适用于 {{classes}}', en: 'for {{classes}}' },
  except: { zh: '不适用于 {{classes}}', en: 'not for {{classes}}' },
  words: { zh: '禁用词句（{{language}}）：', en: 'Not to be said ({{language}}):' },
  values: { zh: '数值', en: 'Values' },
})

export type Rule = Answer<'standard.rules'>['rows'][number]

/** M3 · One rule of a market: what it asks, of what, since when, on what ground, and how sure that is. */
export function RuleCard({ rule }: { readonly rule: Rule }) {
  const t = useText()
  const act = useAct()
  const say = useSay()
  const told = useParameterWords()
  const { term, market, className } = useWords()
  const { day, list, row, language } = useFormats()
  const { from, until } = rule['in-force']
  const { status } = rule.source
  const inClasses = rule.applies?.class?.in
  const notClasses = rule.applies?.class?.not
  return (
    <li className="rule">
      <p className="rule-head">
        <span className={`rule-${rule.severity}`}>{t(rule.severity)}</span>
        <strong>{say(rule.title)}</strong>
        <Clause id={rule.clause} />
        {rule.statutory ? <Tag>{t('statutory')}</Tag> : null}
        {rule.pack ? <Tag>{rule.pack.name}</Tag> : null}
        <span className="quiet">
          {market(rule.market)} ·{' '}
          {until ? t('span', { from: day(from), until: day(until) }) : t('since', { from: day(from) })}
        </span>
      </p>
      <p>
        {say(rule.remedy)} <span className="quiet">· {t('owes', { who: term(rule.owner) })}</span>
      </p>
      {inClasses || notClasses ? (
        <p className="quiet">
          {inClasses ? t('classes', { classes: list(inClasses.map(className)) }) : ''}
          {notClasses ? ` ${t('except', { classes: list(notClasses.map(className)) })}` : ''}
        </p>
      ) : null}
      {rule.forbids && 'words' in rule.forbids ? (
        <p className="rule-values">
          {t('words', { language: language(rule.forbids.language) })} <span>{row(rule.forbids.words)}</span>
        </p>
      ) : null}
      {rule.sets ? (
        <p className="rule-values">
          {Object.entries(rule.sets).map(([name, values]) => (
            <span key={name}>{told(name, values)}</span>
          ))}
        </p>
      ) : null}
      <p className="quiet rule-source">
        {t('source', { source: act([rule.source.act, rule.source.article].filter(Boolean).join(', ')) })} ·{' '}
        {rule.pack ? t('own') : typeof status === 'string' ? t('memory') : t('compared', { day: day(status.compared) })}{' '}
        · <code>{rule.id}</code>
      </p>
    </li>
  )
}
