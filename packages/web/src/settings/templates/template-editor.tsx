import { templateFault } from '@haixuan/domain/templates/fill-template'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { useLanguage } from '../../texts/language.ts'
import { useMemberRole } from '../../texts/member-roles.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import '../../ui/letter/letter.css'
import { useUndo } from '../../ui/undo/use-undo.tsx'
import { Compared } from './compared.tsx'
import type { Texts } from './letter.ts'
import { LetterFields } from './letter-fields.tsx'
import { TemplateHistory } from './template-history.tsx'
import { type LetterRecord, TemplateRecord, useRecordValues } from './template-record.tsx'
import './templates.css'

const useText = texts('template-editor', {
  all: { zh: '全部模板', en: 'All templates' },
  own: { zh: '组织文本', en: 'Own text' },
  standard: { zh: '标准文本', en: 'The standard’s text' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存，之后写信即用此文本', en: 'Saved: letters are written with it from now on' },
  reset: { zh: '恢复标准文本', en: 'Back to the standard’s text' },
  wasReset: { zh: '已恢复标准文本', en: 'The standard’s text holds again' },
  readOnly: { zh: '由所有者或 {{roles}} 修改', en: 'Changed by an owner or {{roles}}' },
  unknown: {
    zh: '没有变量“{{name}}”，请从下列变量中选用',
    en: 'There is no variable “{{name}}”: use one of those below',
  },
  unclosed: { zh: '变量的双花括号没有闭合', en: 'The two braces of a variable are not closed' },
  empty: { zh: '主题与正文均须填写', en: 'Fill in subject and text in both languages' },
  variables: { zh: '变量', en: 'Variables' },
  insert: {
    zh: '点击插入光标处；写信时由记录填写。',
    en: 'Click to insert at the cursor; filled from the records when the letter is written.',
  },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
})
type Template = Answer<'template.get'>
const PARTS = ['subject', 'body'] as const
const LANGUAGES = ['zh', 'en'] as const

/** A letter in both languages side by side, filled with an example or a record while it is written; beside it the standard's, and its changes. */
export function TemplateEditor({ of }: { readonly of: Template }) {
  const t = useText()
  const say = useSay()
  const reader = useLanguage()
  const role = useMemberRole()
  const { row } = useFormats()
  const mine = useMay()(...of.changedBy)
  const { message } = App.useApp()
  const [written, setWritten] = useState<Texts>(of.texts)
  const [record, setRecord] = useState<LetterRecord>({})
  const values = useRecordValues(of.kind, of.about, record)
  const insert = useRef<(variable: string) => void>(undefined)
  const save = useCommand('template.set', { onDone: () => void message.success(t('saved')) })
  const undoable = useUndo()
  const reset = useCommand('template.reset', {
    onDone: ({ version }) =>
      undoable(t('wasReset'), () => void save.run({ params: {}, input: { kind: of.kind, ...of.texts }, version })),
  })
  const known = of.variables.map((v) => v.id)
  const all = PARTS.flatMap((part) => LANGUAGES.map((language) => written[part][language]))
  const fault = all.map((text) => templateFault(text, known)).find((f) => f !== undefined)
  const empty = all.some((text) => text.trim() === '')
  const changed = PARTS.some((part) =>
    LANGUAGES.some((language) => written[part][language] !== of.texts[part][language]),
  )
  const stops = !mine
    ? t('readOnly', { roles: row(of.changedBy.map(role)) })
    : fault
      ? 'unknown' in fault
        ? t('unknown', { name: fault.unknown })
        : t('unclosed')
      : empty
        ? t('empty')
        : undefined
  const version = of.version || undefined
  return (
    <Page
      title={say(of.name)}
      beside={<span className={of.own ? 'template-own' : 'quiet'}>{t(of.own ? 'own' : 'standard')}</span>}
      about={
        <>
          <Link to="/settings/templates">{t('all')}</Link> · {say(of.when)} · <Clause id={of.clause} />
        </>
      }
      form
      actions={
        mine ? (
          <>
            {of.own ? (
              <Button
                loading={reset.running}
                onClick={() => void reset.run({ params: {}, input: { kind: of.kind }, version })}
              >
                {t('reset')}
              </Button>
            ) : null}
            <Button
              type="primary"
              disabled={!changed || stops !== undefined}
              loading={save.running}
              onClick={() => void save.run({ params: {}, input: { kind: of.kind, ...written }, version })}
            >
              {t('save')}
            </Button>
          </>
        ) : undefined
      }
      stops={stops}
    >
      <Section title={t('variables')} beside={mine ? <span className="quiet">{t('insert')}</span> : undefined}>
        <div className="letter-chips">
          {of.variables.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="letter-chip"
              disabled={!mine}
              // the field keeps its cursor
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => insert.current?.(id)}
            >
              {say(name)} <code>{id}</code>
            </button>
          ))}
        </div>
      </Section>
      <TemplateRecord about={of.about} record={record} onChange={setRecord} />
      <div className="template-columns">
        {LANGUAGES.map((language) => (
          <Section key={language} title={t(language)}>
            <LetterFields
              language={language}
              texts={written}
              variables={of.variables}
              values={values?.[language]}
              locked={!mine}
              first={language === reader}
              insert={insert}
              onChange={(part, text) =>
                setWritten((before) => ({ ...before, [part]: { ...before[part], [language]: text } }))
              }
            />
          </Section>
        ))}
      </div>
      <Compared standard={of.standard} written={written} source={of.source} />
      <TemplateHistory of={of} onTake={mine ? setWritten : undefined} />
    </Page>
  )
}
