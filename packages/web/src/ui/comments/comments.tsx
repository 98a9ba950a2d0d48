import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Mentions } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { askPages } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import type { Input, Row } from '../../client/operations.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../page/asked.tsx'
import { Section } from '../page/page.tsx'
import { mentioned, useColleagues } from './colleagues.ts'
import './comments.css'

const useText = texts('comments', {
  label: { zh: '留言', en: 'Comments' },
  write: { zh: '写一条留言，用 @ 提及同事', en: 'Write a comment; @ mentions a colleague' },
  send: { zh: '发送', en: 'Comment' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  change: { zh: '修改', en: 'Change' },
  remove: { zh: '撤回', en: 'Take back' },
  removed: { zh: '此留言已撤回', en: 'This comment was taken back' },
  changed: { zh: '已修改', en: 'changed' },
  none: { zh: '还没有留言。供应商看不到这里的内容。', en: 'No comments yet. Suppliers do not see them.' },
  more: { zh: '更多留言', en: 'More comments' },
})

type Kind = Input<'comment.add'>['kind']
type Comment = Row<'comment.list'>

/** What colleagues say of a record: `<Comments of="product" id={product} project={project} />`. */
export function Comments({ of, id, project }: { readonly of: Kind; readonly id: string; readonly project?: string }) {
  const t = useText()
  const me = useMe().data
  const may = useMay()
  const at = { kind: of, id, ...(project === undefined ? {} : { project }) }
  const list = useInfiniteQuery(askPages('comment.list', {}, at))
  const add = useCommand('comment.add')
  // an auditor reads and says nothing; a supplier's account sees none of it
  const writes = me !== undefined && !me.roles.includes('auditor')
  if (me?.supplier || !may(...(me?.roles ?? []))) return null
  const rows = list.data ? { data: list.data.pages.flatMap((page) => page.rows) } : { data: undefined }
  return (
    <Section title={t('label')} id="comments">
      <div className="comments">
        <Asked of={{ ...rows, error: list.error, refetch: list.refetch as never }} lines={2}>
          {(comments) =>
            comments.length === 0 ? (
              <p className="quiet">{t('none')}</p>
            ) : (
              <ul className="comments-list">
                {comments.map((comment) => (
                  <CommentRow key={comment.id} comment={comment} own={comment.user === me?.user} />
                ))}
              </ul>
            )
          }
        </Asked>
        {list.hasNextPage ? (
          <Button type="link" size="small" className="more-link" onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
        {writes ? (
          <Write
            label={t('send')}
            busy={add.running}
            onSend={async (text, mentions) =>
              (await add.run({ params: {}, input: { ...at, text, mentions } })) !== undefined
            }
          />
        ) : null}
      </div>
    </Section>
  )
}

function CommentRow({ comment, own }: { readonly comment: Comment; readonly own: boolean }) {
  const t = useText()
  const { away, moment } = useFormats()
  const [editing, setEditing] = useState(false)
  const change = useCommand('comment.change', { onDone: () => setEditing(false) })
  const remove = useCommand('comment.remove')
  const params = { comment: comment.id }
  return (
    <li className="comment">
      <div className="comment-head">
        <strong>{comment.author}</strong>
        <time className="quiet" dateTime={comment.created} title={moment(comment.created)}>
          {away(comment.created)}
        </time>
        {comment.changed && !comment.removed ? <span className="quiet">{t('changed')}</span> : null}
        {own && !comment.removed && !editing ? (
          <span className="comment-actions">
            <Button type="link" size="small" onClick={() => setEditing(true)}>
              {t('change')}
            </Button>
            <Button
              type="link"
              size="small"
              loading={remove.running}
              onClick={() => void remove.run({ params, input: {} })}
            >
              {t('remove')}
            </Button>
          </span>
        ) : null}
      </div>
      {comment.removed ? (
        <p className="quiet">{t('removed')}</p>
      ) : editing ? (
        <Write
          label={t('save')}
          first={comment.text}
          busy={change.running}
          onCancel={() => setEditing(false)}
          onSend={async (text, mentions) =>
            (await change.run({ params, input: { text, mentions }, version: comment.version })) !== undefined
          }
        />
      ) : (
        <p className="comment-text">{marked(comment)}</p>
      )}
    </li>
  )
}

/** The text with the names it mentions set apart. */
function marked({ text, mentions }: Comment) {
  const names = mentions.map((m) => `@${m.name}`).sort((a, b) => b.length - a.length)
  if (names.length === 0) return text
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return text.split(new RegExp(`(${escaped.join('|')})`)).map((part, n) =>
    // the parts of one text never change their order
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    names.includes(part) ? <mark key={n}>{part}</mark> : part,
  )
}

type WriteProps = {
  readonly label: string
  readonly first?: string
  readonly busy: boolean
  /** whether it was taken: the text is kept otherwise */
  readonly onSend: (text: string, mentions: string[]) => Promise<boolean>
  readonly onCancel?: () => void
}

function Write({ label, first = '', busy, onSend, onCancel }: WriteProps) {
  const t = useText()
  const [text, setText] = useState(first)
  const colleagues = useColleagues()
  const send = async () => {
    if (text.trim() && (await onSend(text.trim(), mentioned(text, colleagues)))) setText('')
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    void send()
  }
  return (
    <div className="comment-write">
      <Mentions
        value={text}
        onChange={setText}
        onKeyDown={onKey}
        rows={2}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={t('write')}
        aria-label={t('write')}
        options={colleagues.map(({ name }) => ({ value: name, label: name }))}
      />
      <div className="comment-send">
        {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
        <Button type="primary" disabled={!text.trim()} loading={busy} onClick={() => void send()}>
          {label}
        </Button>
      </div>
    </div>
  )
}
