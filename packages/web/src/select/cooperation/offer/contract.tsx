import { Button, Form, Input, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useCommand } from '../../../client/command.ts'
import type { Answer } from '../../../client/operations.ts'
import { useMay, useMe } from '../../../shell/session.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import { Empty } from '../../../ui/page/empty.tsx'
import { Section } from '../../../ui/page/page.tsx'

const useText = texts('contract', {
  title: { zh: '合同逐条审查', en: 'The contract, clause by clause' },
  law: { zh: '适用法律：{{law}}', en: 'Governing law: {{law}}' },
  none: { zh: '还没有合同文本', en: 'No contract text yet' },
  noneHow: { zh: '请在“编辑条件”中填入合同文本', en: 'Put the contract into the terms' },
  text: { zh: '合同文本', en: 'Text of the contract' },
  unfair: { zh: '不合理', en: 'unfair' },
  missing: { zh: '缺失', en: 'missing' },
  deviates: { zh: '措辞不同', en: 'other words' },
  present: { zh: '已有', en: 'there' },
  absent: { zh: '未约定', en: 'not agreed' },
  approved: { zh: '已批准偏离', en: 'deviation approved' },
  fair: { zh: '建议措辞', en: 'Fair wording' },
  words: { zh: '原文：', en: 'It says: ' },
  adopt: { zh: '采用', en: 'Use it' },
  ask: { zh: '申请偏离', en: 'Ask to deviate' },
  approve: { zh: '批准偏离', en: 'Approve' },
  askedBy: { zh: '{{by}} 申请：{{reason}}', en: '{{by}} asks: {{reason}}' },
  approvedBy: { zh: '{{by}} 批准：{{reason}}', en: 'Approved by {{by}}: {{reason}}' },
  own: { zh: '须由申请人以外的法务批准', en: 'Someone in legal other than who asked approves it' },
  reason: { zh: '理由（至少 10 个字）', en: 'Reason (10 characters at least)' },
  all: { zh: '显示全部 {{count}} 条', en: 'Show all {{count}}' },
  problems: { zh: '只看待处理', en: 'What is to be done' },
  clear: { zh: '没有待处理的条款', en: 'Nothing to be done' },
})

type Offer = Answer<'offer.get'>
type ClauseResult = Offer['clauses'][number]
type Signed = NonNullable<NonNullable<Offer['offer']>['contract']>
type Words = Pick<Signed, 'text' | 'clauses'>
const TO_DO = ['unfair', 'missing', 'deviates']
const ORDER = ['unfair', 'missing', 'deviates', 'absent', 'present']

type Props = {
  readonly project: string
  readonly product: string
  readonly offer: Offer
  /** records the terms with other words in the contract */
  readonly onWords: ((words: Words) => void) | undefined
}

/** P4, R5 · The text with what is unfair marked in it; beside it each clause with why, and fair words to use instead. */
export function Contract({ project, product, offer, onWords }: Props) {
  const t = useText()
  const { market } = useWords()
  const [all, setAll] = useState(false)
  const contract = offer.offer?.contract
  if (!contract)
    return (
      <Section title={t('title')}>
        <Empty title={t('none')}>{t('noneHow')}</Empty>
      </Section>
    )
  const sorted = [...offer.clauses].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  const shown = all ? sorted : sorted.filter((c) => TO_DO.includes(c.state))
  return (
    <Section
      title={t('title')}
      id="contract"
      beside={
        <span>
          <span className="quiet">{t('law', { law: market(contract['governing-law']) })} </span>
          <Button size="small" onClick={() => setAll(!all)}>
            {all ? t('problems') : t('all', { count: sorted.length })}
          </Button>
        </span>
      }
    >
      <div className="contract-two">
        <section className="contract-text" aria-label={t('text')}>
          {contract.clauses
            ? contract.clauses.map((c, at) => (
                <p key={c.id ?? c.text} className="contract-clause">
                  {marked(c.text, offer.clauses, at)}
                </p>
              ))
            : marked(contract.text ?? '', offer.clauses)}
        </section>
        <ul className="contract-clauses">
          {shown.length === 0 ? <li className="quiet">{t('clear')}</li> : null}
          {shown.map((c) => (
            <ClauseItem key={c.id} {...{ project, product, offer }} clause={c} onWords={onWords} />
          ))}
        </ul>
      </div>
    </Section>
  )
}

/** The text with the words of unfair clauses marked. */
function marked(text: string, clauses: readonly ClauseResult[], nth?: number): ReactNode {
  const spans = clauses
    .filter((c) => c.state === 'unfair')
    .flatMap((c) => c.spans.filter((s) => s.clause === nth).map((s) => ({ ...s, id: c.id })))
    .sort((a, b) => a.from - b.from)
  const parts: ReactNode[] = []
  let at = 0
  for (const s of spans) {
    if (s.from < at) continue
    parts.push(text.slice(at, s.from))
    parts.push(
      <mark key={`${s.id} ${s.from}`} id={`span-${s.id}`}>
        {text.slice(s.from, s.to)}
      </mark>,
    )
    at = s.to
  }
  return [...parts, text.slice(at)]
}

function ClauseItem({ project, product, offer, clause: c, onWords }: Props & { readonly clause: ClauseResult }) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  const me = useMe().data
  const approve = useCommand('offer.approve-deviation')
  const [asking, setAsking] = useState(false)
  const params = { project, product }
  const deviation = offer.offer?.contract?.deviations?.find((d) => d.clause === c.id)
  const todo = TO_DO.includes(c.state) && !c.approved
  const adopt = () => {
    const contract = offer.offer?.contract
    const [span] = c.state === 'unfair' ? c.spans : []
    if (contract) onWords?.(withWording(contract, say(c.wording), span))
  }
  return (
    <li className={`clause clause-${c.approved ? 'approved' : c.state}`}>
      <p className="clause-title">
        <Tag className="clause-tag">{c.approved ? t('approved') : t(c.state)}</Tag>
        <b>{say(c.title)}</b>
      </p>
      {todo ? <p>{say(c.why)}</p> : null}
      {c.spans[0] && c.state === 'unfair' ? (
        <p className="quiet">
          {t('words')}
          <a href={`#span-${c.id}`}>{c.spans[0].words}</a>
        </p>
      ) : null}
      {todo ? (
        <div className="clause-fair">
          <span className="quiet">{t('fair')}</span>
          <p>{say(c.wording)}</p>
        </div>
      ) : null}
      <p className="clause-source">{c.source}</p>
      {c.approved ? <p className="quiet">{t('approvedBy', c.approved)}</p> : null}
      {deviation && !c.approved ? <p>{t('askedBy', { by: deviation['asked-by'], reason: deviation.reason })}</p> : null}
      {todo ? (
        <div className="clause-buttons">
          {onWords ? (
            <Button size="small" type="primary" ghost onClick={adopt}>
              {t('adopt')}
            </Button>
          ) : null}
          {!deviation && may('sourcing', 'legal') ? (
            <Button size="small" onClick={() => setAsking(true)}>
              {t('ask')}
            </Button>
          ) : null}
          {deviation && may('legal') ? (
            <>
              <Button
                size="small"
                disabled={deviation['asked-by'] === me?.name}
                loading={approve.running}
                onClick={() => void approve.run({ params, input: { clause: c.id } })}
              >
                {t('approve')}
              </Button>
              {deviation['asked-by'] === me?.name ? <span className="quiet">{t('own')}</span> : null}
            </>
          ) : null}
        </div>
      ) : null}
      <CommandForm<'offer.ask-deviation', { reason: string }>
        name="offer.ask-deviation"
        open={asking}
        title={`${t('ask')} · ${say(c.title)}`}
        ok={t('ask')}
        params={params}
        inputOf={({ reason }) => ({ clause: c.id, reason })}
        onClose={() => setAsking(false)}
      >
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, min: 10, message: t('reason') }]}
        >
          <Input.TextArea rows={3} autoFocus />
        </Form.Item>
      </CommandForm>
    </li>
  )
}

/** Fair words in the place of what is unfair, or added at the end. */
function withWording({ text, clauses }: Signed, wording: string, span?: ClauseResult['spans'][number]): Words {
  const put = (old: string) => (span ? old.slice(0, span.from) + wording + old.slice(span.to) : old)
  if (clauses)
    return {
      clauses: span
        ? clauses.map((c, at) => (at === span.clause ? { ...c, text: put(c.text) } : c))
        : [...clauses, { text: wording }],
    }
  return { text: span ? put(text ?? '') : `${(text ?? '').trimEnd()}\n\n${wording}` }
}
