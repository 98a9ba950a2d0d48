import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useCommand } from '../../../client/command.ts'
import type { Answer } from '../../../client/operations.ts'
import { useMe } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { Empty } from '../../../ui/page/empty.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { ProblemNote } from '../../../ui/page/problem-note.tsx'
import { DeclineForm } from './decline-form.tsx'
import { TermsShown } from './terms-shown.tsx'

const useText = texts('own-terms', {
  title: { zh: '合作条件', en: 'Terms of cooperation' },
  about: { zh: '{{project}} · {{day}}开播', en: '{{project}} · on air {{day}}' },
  agree: { zh: '同意这些条件', en: 'Agree to these terms' },
  decline: { zh: '不同意', en: 'Do not agree' },
  waiting: {
    zh: '请逐项核对后答复；您的答复只对下列条件有效，条件变更后须重新答复。',
    en: 'Read them through, then answer. Your answer is to these terms alone: when they change, you are asked again.',
  },
  agreed: { zh: '{{by}} 于 {{at}} 同意以下条件', en: '{{by}} agreed to these terms on {{at}}' },
  declined: {
    zh: '{{by}} 于 {{at}} 不同意以下条件：{{note}}',
    en: '{{by}} did not agree to these terms on {{at}}: {{note}}',
  },
  changed: {
    zh: '您于 {{at}} 答复的是此前的条件；此后条件有变更，请重新答复。',
    en: 'Your answer of {{at}} was to earlier terms. They have changed since: please answer again.',
  },
  none: { zh: '对方尚未提出合作条件', en: 'The buyer’s side has offered no terms yet' },
  closed: { zh: '项目已结项，不再答复', en: 'The project is closed; nothing more is answered' },
  inside: { zh: '由供应商的账号在此答复', en: 'The account of the supplier answers here' },
})

/** I6–I8 · The terms that a supplier is offered for a product, and its yes or no to exactly these. */
export function OwnTerms() {
  const at = useParams({ from: '/portal/products/$project/$product/terms' })
  const found = useQuery(ask('offer.terms', at))
  return (
    <Asked of={found} lines={12}>
      {(offered) => <Offered at={at} offered={offered} />}
    </Asked>
  )
}

type Offered = Answer<'offer.terms'>
type Props = { readonly at: { readonly project: string; readonly product: string }; readonly offered: Offered }

function Offered({ at, offered }: Props) {
  const t = useText()
  const { day } = useFormats()
  const me = useMe().data
  const [declining, setDeclining] = useState(false)
  const answer = useCommand('offer.answer', { quiet: true })
  const { closed, offered: shown } = offered
  const stands = offered.answer?.stands ? offered.answer : undefined
  const outside = me?.supplier != null
  const open = outside && !closed && shown !== null && !stands?.agrees
  return (
    <Page
      form
      title={t('title')}
      beside={
        <Link to="/portal/products/$project/$product" params={at}>
          {offered.title}
        </Link>
      }
      about={t('about', { project: offered.projectName, day: day(offered.day) })}
      stops={closed ? t('closed') : outside ? null : t('inside')}
      actions={
        open ? (
          <>
            <Button onClick={() => setDeclining(true)}>{t('decline')}</Button>
            <Button
              type="primary"
              loading={answer.running}
              onClick={() => void answer.run({ params: at, input: { parts: shown.parts, agrees: true } })}
            >
              {t('agree')}
            </Button>
          </>
        ) : undefined
      }
    >
      {answer.problem ? <ProblemNote problem={answer.problem} /> : null}
      {shown ? (
        <>
          <Said of={offered} />
          <TermsShown terms={shown.terms} />
          <DeclineForm open={declining} onClose={() => setDeclining(false)} at={at} parts={shown.parts} />
        </>
      ) : (
        <Empty title={t('none')} />
      )}
    </Page>
  )
}

function Said({ of: { answer, closed } }: { readonly of: Offered }) {
  const t = useText()
  const { moment } = useFormats()
  if (answer?.stands) {
    const { agrees, by, at, note } = answer
    const state = agrees ? 'passed' : 'open'
    return (
      <p className="terms-answer" data-state={state}>
        <GateMark state={state} small /> {t(agrees ? 'agreed' : 'declined', { by, at: moment(at), note: note ?? '' })}
      </p>
    )
  }
  if (closed) return null
  return <p className="terms-answer">{answer ? t('changed', { at: moment(answer.at) }) : t('waiting')}</p>
}
