import { plainText } from '@haixuan/domain/templates/fill-template'
import { Alert, App, Button, Input, type InputRef } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useId, useRef, useState } from 'react'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import type { Language } from '../../texts/language.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Clause } from '../gate/clause.tsx'
import { gapMark } from './letter-words.ts'

const useText = texts('letter', {
  to: { zh: '收件人', en: 'To' },
  noAddress: { zh: '档案中没有邮箱', en: 'no e-mail on record' },
  subject: { zh: '主题', en: 'Subject' },
  body: { zh: '正文', en: 'Text' },
  gaps: {
    zh: '待填 {{count}} 项，点击即可定位',
    en: { one: '{{count}} gap to fill: click to go there', other: '{{count}} gaps to fill: click to go there' },
  },
  full: { zh: '已按记录填写完整', en: 'Filled from the records, without a gap' },
  own: { zh: '组织文本', en: 'your organisation’s own text' },
  standard: { zh: '标准文本', en: 'the standard’s text' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  byHand: { zh: '正文已选中，请按 Ctrl+C 复制', en: 'The text is selected: copy it with Ctrl+C' },
  mail: { zh: '用邮件程序打开', en: 'Open in the mail program' },
  idle: {
    zh: '待播的直播没有需要对方补充的内容，目前不必去信',
    en: 'Nothing is owed for streams to come: there is no cause to write',
  },
  sent: { zh: '{{by}} 于{{at}}发出过', en: 'Sent before by {{by}}, {{at}}' },
  record: { zh: '登记已发出', en: 'Record as sent' },
  recorded: { zh: '已登记，见档案的历史', en: 'Recorded in the history of the record' },
})
type Filled = Answer<'template.fill'>
type Props = {
  readonly letter: Filled
  readonly record: string
  readonly project: string | undefined
  readonly language: Language
}

/** One filled letter, to be read, mended and sent; what the records do not hold is marked until it is filled in. */
export function Letter({ letter, record, project, language }: Props) {
  const t = useText()
  const say = useSay()
  const id = useId()
  const { message } = App.useApp()
  const { moment } = useFormats()
  const [way, setWay] = useState<'mail' | 'copy'>('mail')
  const sending = useCommand('letter.record-sent', { onDone: () => void message.success(t('recorded')) })
  const gaps = letter.gaps.map((gap) => ({ ...gap, mark: gapMark(gap.name, language) }))
  const written = (parts: Filled['body']) =>
    plainText(parts, (variable) => gaps.find((gap) => gap.variable === variable)?.mark ?? '')
  const [to, setTo] = useState(letter.to ?? '')
  const [subject, setSubject] = useState(() => written(letter.subject))
  const [body, setBody] = useState(() => written(letter.body))
  const subjectField = useRef<InputRef>(null)
  const bodyField = useRef<TextAreaRef>(null)
  const left = gaps.filter(({ mark }) => subject.includes(mark) || body.includes(mark))
  const area = () => bodyField.current?.resizableTextArea?.textArea
  const goTo = (mark: string) => {
    const inSubject = subject.indexOf(mark)
    const field = inSubject >= 0 ? subjectField.current?.input : area()
    const at = inSubject >= 0 ? inSubject : body.indexOf(mark)
    field?.focus()
    field?.setSelectionRange(at, at + mark.length)
  }
  const copy = async () => {
    try {
      setWay('copy')
      await navigator.clipboard.writeText(`${subject}\n\n${body}`)
      void message.success(t('copied'))
    } catch {
      // a page without a certificate may not write to the clipboard
      area()?.select()
      void message.info(t('byHand'))
    }
  }
  const recordSent = () =>
    sending.run({
      params: {},
      input: {
        kind: letter.kind,
        record,
        ...(project ? { project } : {}),
        language,
        way,
        text: `${subject}\n\n${body}`,
      },
    })
  const mail = `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
  return (
    <div className="letter">
      {letter.idle ? <Alert type="info" showIcon title={t('idle')} /> : null}
      <div className="letter-state" role="status">
        {left.length === 0 ? t('full') : t('gaps', { count: left.length })}
        {' · '}
        {t(letter.own ? 'own' : 'standard')} <Clause id={letter.clause} />
      </div>
      {left.length > 0 ? (
        <div className="letter-gaps">
          {left.map(({ variable, name, mark }) => (
            <button key={variable} type="button" className="letter-gap" onClick={() => goTo(mark)}>
              {say(name)}
            </button>
          ))}
        </div>
      ) : null}
      <label htmlFor={`${id}to`}>{t('to')}</label>
      <Input
        id={`${id}to`}
        type="email"
        value={to}
        placeholder={t('noAddress')}
        onChange={(e) => setTo(e.target.value)}
      />
      <label htmlFor={`${id}subject`}>{t('subject')}</label>
      <Input id={`${id}subject`} ref={subjectField} value={subject} onChange={(e) => setSubject(e.target.value)} />
      <label htmlFor={`${id}body`}>{t('body')}</label>
      <Input.TextArea
        id={`${id}body`}
        ref={bodyField}
        value={body}
        lang={language === 'zh' ? 'zh-CN' : 'en'}
        autoSize={{ minRows: 12, maxRows: 26 }}
        onChange={(e) => setBody(e.target.value)}
      />
      <div className="letter-actions">
        {letter.sent[0] ? (
          <span className="letter-sent quiet">
            {t('sent', { by: letter.sent[0].by, at: moment(letter.sent[0].at) })}
          </span>
        ) : null}
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button href={mail} onClick={() => setWay('mail')}>
          {t('mail')}
        </Button>
        <Button type="primary" loading={sending.running} onClick={() => void recordSent()}>
          {t('record')}
        </Button>
      </div>
    </div>
  )
}
