import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Section } from '../../ui/page/page.tsx'

const useText = texts('acknowledge', {
  title: { zh: '签收', en: 'Acknowledge' },
  test: {
    zh: '读完后请答以下 {{count}} 题',
    en: { one: 'One question on what you read', other: '{{count}} questions on what you read' },
  },
  none: { zh: '请读完后签收。', en: 'Read it, then acknowledge.' },
  sign: { zh: '我已阅读并签收', en: 'I have read it and acknowledge it' },
  stops: { zh: '请答完全部题目', en: 'Answer all questions' },
})

/** T1 · The short test, and with it the acknowledgement: wrong answers send one back to the text. */
export function Acknowledge({ rule }: { readonly rule: Answer<'management-rule.get'> }) {
  const t = useText()
  const say = useSay()
  const [answers, setAnswers] = useState<readonly (number | undefined)[]>(rule.questions.map(() => undefined))
  const { run, running, problem } = useCommand('management-rule.acknowledge', { quiet: true })
  const whole = answers.every((a) => a !== undefined)
  return (
    <Section title={t('title')}>
      <form
        className="rule-test"
        onSubmit={(event) => {
          event.preventDefault()
          void run({ params: { rule: rule.id }, input: { version: rule.version, answers: answers as number[] } })
        }}
      >
        <p className="quiet">{rule.questions.length === 0 ? t('none') : t('test', { count: rule.questions.length })}</p>
        {rule.questions.map((question, i) => (
          <fieldset key={question.question}>
            <legend>
              {i + 1}. {question.question}
            </legend>
            <Radio.Group
              name={`question-${i}`}
              value={answers[i] ?? null}
              onChange={(event) => setAnswers(answers.map((a, at) => (at === i ? event.target.value : a)))}
              options={question.answers.map((label, value) => ({ value, label }))}
              style={{ display: 'grid', gap: 6 }}
            />
          </fieldset>
        ))}
        {problem ? (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={problem.remedy ? say(problem.remedy) : say(problem.text)}
            description={problem.remedy ? problem.reasons?.map(({ text }) => say(text)).join(' · ') : undefined}
          />
        ) : null}
        <div>
          <Button type="primary" htmlType="submit" disabled={!whole} loading={running}>
            {t('sign')}
          </Button>
          {whole ? null : <span className="quiet"> {t('stops')}</span>}
        </div>
      </form>
    </Section>
  )
}
