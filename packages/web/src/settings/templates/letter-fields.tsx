import {
  type FilledPart,
  fillTemplate,
  type TemplateValue,
  templateFault,
} from '@haixuan/domain/templates/fill-template'
import { Input, type InputRef } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { type RefObject, useEffect, useId, useRef } from 'react'
import type { Answer } from '../../client/operations.ts'
import type { Language } from '../../texts/language.ts'
import { texts, useSay } from '../../texts/texts.ts'
import type { Texts } from './letter.ts'

const useText = texts('letter-fields', {
  subject: { zh: '主题', en: 'Subject' },
  body: { zh: '正文', en: 'Text' },
  preview: { zh: '预览（示例内容）', en: 'Preview with an example' },
  filled: { zh: '预览（按所选记录）', en: 'Preview with the record chosen' },
})
type Part = keyof Texts
type Props = {
  readonly language: Language
  readonly texts: Texts
  readonly variables: Answer<'template.get'>['variables']
  /** what a record gives them; an example when absent */
  readonly values: Readonly<Record<string, TemplateValue>> | undefined
  readonly locked: boolean
  /** where variables go while the cursor was nowhere yet */
  readonly first: boolean
  /** set to what inserts a variable at the cursor, while the cursor is here */
  readonly insert: RefObject<((variable: string) => void) | undefined>
  readonly onChange: (part: Part, text: string) => void
}

/** Subject and text of a letter in one language, and beneath them the letter as it would be read. */
export function LetterFields(props: Props) {
  const { language, texts: written, variables, values, locked, first, insert, onChange } = props
  const t = useText()
  const say = useSay()
  const id = useId()
  const subject = useRef<InputRef>(null)
  const body = useRef<TextAreaRef>(null)
  // where the cursor goes once what was inserted is shown
  const cursor = useRef<{ readonly part: Part; readonly at: number }>(undefined)
  const fieldOf = (part: Part) =>
    part === 'subject' ? subject.current?.input : body.current?.resizableTextArea?.textArea
  const text = (part: Part) => written[part][language]
  const inserting = (part: Part) => (variable: string) => {
    const field = fieldOf(part)
    const now = field?.value ?? ''
    const [from, to] = [field?.selectionStart ?? now.length, field?.selectionEnd ?? now.length]
    const put = `{{${variable}}}`
    cursor.current = { part, at: from + put.length }
    onChange(part, now.slice(0, from) + put + now.slice(to))
  }
  useEffect(() => {
    if (first) insert.current ??= inserting('body')
    if (!cursor.current) return
    const { part, at } = cursor.current
    cursor.current = undefined
    const field = fieldOf(part)
    field?.focus()
    field?.setSelectionRange(at, at)
  })
  const common = (part: Part) => ({
    id: `${id}${part}`,
    value: text(part),
    readOnly: locked,
    lang: language === 'zh' ? 'zh-CN' : 'en',
    onFocus: () => {
      insert.current = inserting(part)
    },
    onChange: (event: { target: { value: string } }) => onChange(part, event.target.value),
  })
  const known = variables.map((v) => v.id)
  const examples = Object.fromEntries(variables.map((v) => [v.id, v.example[language] as TemplateValue]))
  const names = new Map(variables.map((v) => [v.id, say(v.name)]))
  const filled = (part: Part) =>
    templateFault(text(part), known)
      ? [{ text: text(part), variable: null, gap: false }]
      : fillTemplate(text(part), values ?? examples)
  return (
    <div className="letter">
      <label htmlFor={`${id}subject`}>{t('subject')}</label>
      <Input ref={subject} maxLength={200} {...common('subject')} />
      <label htmlFor={`${id}body`}>{t('body')}</label>
      <Input.TextArea ref={body} maxLength={10_000} autoSize={{ minRows: 10, maxRows: 24 }} {...common('body')} />
      <h3 className="template-preview-title">{t(values ? 'filled' : 'preview')}</h3>
      <div className="template-preview" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <strong>
          <Parts of={filled('subject')} names={names} />
        </strong>
        {'\n\n'}
        <Parts of={filled('body')} names={names} />
      </div>
    </div>
  )
}

type PartsProps = { readonly of: readonly FilledPart[]; readonly names: ReadonlyMap<string, string> }

/** What a letter says itself, what it was filled with, and what the record does not hold, by its name. */
const Parts = ({ of, names }: PartsProps) =>
  of.map(({ text, variable, gap }, i) =>
    variable === null ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the places of a text are its own
      <span key={i} className={gap ? 'template-gap' : 'template-filled'}>
        {gap ? `[${names.get(variable) ?? variable}]` : text}
      </span>
    ),
  )
