import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Form, Input, Radio, Select } from 'antd'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'

import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { KeptForm } from '../../ui/command/kept-form.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import './rules.css'

const useText = texts('publish-rule', {
  new: { zh: '发布制度', en: 'Publish a rule' },
  next: { zh: '发布新版本', en: 'Publish a new version' },
  publish: { zh: '发布', en: 'Publish' },
  stops: { zh: '由法务发布', en: 'Legal publishes rules' },
  rule: { zh: '制度', en: 'The rule' },
  name: { zh: '名称', en: 'Title' },
  id: { zh: '编号', en: 'Id' },
  idHelp: { zh: '各版本共用，如 主播行为规范', en: 'The same for all versions, such as host-conduct' },
  text: { zh: '正文', en: 'Text' },
  changes: { zh: '本版变更', en: 'What changed' },
  who: { zh: '谁须签收', en: 'Who must acknowledge it' },
  roles: { zh: '角色（含以后加入的人）', en: 'Roles (also who joins later)' },
  people: { zh: '指定的人', en: 'Named people' },
  whoNeeded: { zh: '请指定角色或人员', en: 'Name roles or people' },
  test: { zh: '小测（答对才能签收）', en: 'Short test (passed before acknowledging)' },
  question: { zh: '题目', en: 'Question' },
  answer: { zh: '答案 {{n}}', en: 'Answer {{n}}' },
  right: { zh: '选中的为正确答案', en: 'The one marked is right' },
  addQuestion: { zh: '加一题', en: 'Add a question' },
  addAnswer: { zh: '加一个答案', en: 'Add an answer' },
  remove: { zh: '删除', en: 'Remove' },
  needed: { zh: '请填写', en: 'Please fill this in' },
})
type Rule = Answer<'management-rule.get'>
type Fields = {
  id: string
  title: string
  text: string
  changes?: string
  roles: string[]
  people: string[]
  questions: { question: string; answers: string[]; right: number }[]
}

/** T1 · Publishes a rule for the first time. */
export function NewRule() {
  return <Publish />
}

/** T1 · Publishes the next version of a rule, starting from the one in force. */
export function NextVersion() {
  const t = useText()
  const { rule = '' } = useParams({ strict: false })
  const found = useQuery({ ...ask('management-rule.get', { rule }), staleTime: Number.POSITIVE_INFINITY })
  return found.data ? (
    <Publish before={found.data} />
  ) : (
    <Page title={t('next')}>
      <Asked of={found}>{() => null}</Asked>
    </Page>
  )
}

function Publish({ before }: { readonly before?: Rule }) {
  const t = useText()
  const { term: role } = useWords()
  const may = useMay()('legal')
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const members = useQuery(ask('member.list', {})).data?.rows ?? []
  const { run, running, problem } = useCommand('management-rule.publish', {
    quiet: true,
    onDone: ({ id }) => void navigate({ to: '/rules/$rule', params: { rule: id } }),
  })
  const publish = ({ roles, people, changes, ...rest }: Fields) =>
    run({
      params: {},
      input: {
        ...rest,
        ...(changes ? { changes } : {}),
        acknowledges: (roles.length > 0 ? { roles, people } : { people }) as never,
      },
      ...(before ? { version: before.version } : {}),
    })
  const needed = [{ required: true, message: t('needed') }]
  return (
    <Page
      title={t(before ? 'next' : 'new')}
      form
      actions={
        <Button type="primary" loading={running} disabled={!may} onClick={form.submit}>
          {t('publish')}
        </Button>
      }
      stops={may ? undefined : t('stops')}
    >
      <KeptForm<Fields>
        form={form}
        className="rule-form"
        draft={`rule ${before?.id ?? 'new'}`}
        version={before?.version}
        problem={problem}
        initial={
          before
            ? {
                id: before.id,
                title: before.title,
                text: before.text,
                roles: before.roles,
                people: before.people,
                questions: before.questions.map((q) => ({ ...q, right: q.right ?? 0 })),
              }
            : { roles: [], people: [], questions: [] }
        }
        onSend={async (fields) => (await publish(fields)) !== undefined}
      >
        <Section title={t('rule')}>
          <Form.Item name="title" label={t('name')} rules={needed}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="id" label={t('id')} extra={t('idHelp')} rules={needed}>
            <Input maxLength={80} disabled={before !== undefined} />
          </Form.Item>
          {before ? (
            <Form.Item name="changes" label={t('changes')}>
              <Input.TextArea rows={2} maxLength={2000} />
            </Form.Item>
          ) : null}
          <Form.Item name="text" label={t('text')} rules={needed}>
            <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} />
          </Form.Item>
        </Section>
        <Section title={t('who')}>
          <Form.Item
            name="roles"
            label={t('roles')}
            dependencies={['people']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, roles: string[]) =>
                  roles.length > 0 || getFieldValue('people').length > 0
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('whoNeeded'))),
              }),
            ]}
          >
            <Select mode="multiple" options={ROLES.map((value) => ({ value, label: role(value) }))} />
          </Form.Item>
          <Form.Item name="people" label={t('people')}>
            <Select mode="multiple" options={members.map(({ name }) => ({ value: name, label: name }))} />
          </Form.Item>
        </Section>
        <Section title={t('test')}>
          <Form.List name="questions">
            {(questions, { add, remove }) => (
              <div className="rule-test">
                {questions.map(({ key, name }) => (
                  <Question key={key} name={name} onRemove={() => remove(name)} />
                ))}
                <div>
                  <Button icon={<PlusOutlined />} onClick={() => add({ question: '', answers: ['', ''], right: 0 })}>
                    {t('addQuestion')}
                  </Button>
                </div>
              </div>
            )}
          </Form.List>
        </Section>
      </KeptForm>
    </Page>
  )
}

const ROLES = ['selection', 'sourcing', 'quality', 'legal', 'host', 'live-control', 'finance', 'service'] as const

function Question({ name, onRemove }: { readonly name: number; readonly onRemove: () => void }) {
  const t = useText()
  const needed = [{ required: true, whitespace: true, message: t('needed') }]
  return (
    <div className="rule-question">
      <Form.Item name={[name, 'question']} label={t('question')} rules={needed}>
        <Input />
      </Form.Item>
      <Form.Item name={[name, 'right']} label={t('right')}>
        <Radio.Group style={{ width: '100%' }}>
          <Form.List name={[name, 'answers']}>
            {(answers, { add, remove }) => (
              <div style={{ display: 'grid', gap: 8 }}>
                {answers.map((answer, i) => (
                  <div className="rule-answer" key={answer.key}>
                    <Radio value={i} aria-label={t('answer', { n: i + 1 })} />
                    <Form.Item name={answer.name} rules={needed} noStyle>
                      <Input placeholder={t('answer', { n: i + 1 })} aria-label={t('answer', { n: i + 1 })} />
                    </Form.Item>
                    {answers.length > 2 ? (
                      <Button
                        type="text"
                        icon={<DeleteOutlined />}
                        aria-label={t('remove')}
                        onClick={() => remove(answer.name)}
                      />
                    ) : (
                      <span />
                    )}
                  </div>
                ))}
                {answers.length < 6 ? (
                  <div>
                    <Button size="small" onClick={() => add('')}>
                      {t('addAnswer')}
                    </Button>
                  </div>
                ) : null}
              </div>
            )}
          </Form.List>
        </Radio.Group>
      </Form.Item>
      <div>
        <Button size="small" danger type="text" icon={<DeleteOutlined />} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
    </div>
  )
}
