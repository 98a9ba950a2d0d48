import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App, Progress, Skeleton } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useCommand, useTellProblem } from '../../../client/command.ts'
import { storeFile } from '../../../client/files.ts'
import { problemOf } from '../../../client/problem.ts'
import { useOnline } from '../../../offline/online.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Asked } from '../../../ui/page/asked.tsx'
import { Begin } from './begin.tsx'
import { type Draft, dropDraft, keepDraft, type Photo, readDraft } from './draft.ts'
import { Question } from './question.tsx'
import { inspectionOf } from './scored.ts'
import { Summary } from './summary.tsx'
import './inspect.css'

const useText = texts('inspect', {
  title: { zh: '考察 {{name}}', en: 'Inspection of {{name}}' },
  offline: { zh: '离线：答案与照片保存在本机', en: 'Offline: answers and photos are kept on this device' },
  kept: { zh: '已保存在本机', en: 'Kept on this device' },
  waiting: { zh: '联网后自动提交', en: 'Sent by itself once there is a network' },
  of: { zh: '第 {{n}} 题，共 {{all}} 题', en: 'Question {{n}} of {{all}}' },
  sent: { zh: '考察已提交', en: 'The inspection is recorded' },
})

/** I1 · An inspection on a phone: one question a screen, photo first, kept on the device until it is sent. */
export function Inspect() {
  const { supplier } = useParams({ from: '/suppliers/$supplier/inspect' })
  const [draft, setDraft] = useState<Draft | null>()
  useEffect(() => {
    readDraft(supplier).then(
      (found) => setDraft(found ?? null),
      () => setDraft(null),
    )
  }, [supplier])
  const change = useCallback((next: Draft) => {
    setDraft(next)
    void keepDraft(next)
  }, [])
  if (draft === undefined) return <Skeleton active />
  return (
    <div className="inspect">
      {draft === null ? (
        <Fresh supplier={supplier} onBegin={change} />
      ) : (
        <Going
          draft={draft}
          change={change}
          onDrop={() => {
            setDraft(null)
            void dropDraft(supplier)
          }}
        />
      )}
    </div>
  )
}

function Fresh({ supplier, onBegin }: { readonly supplier: string; readonly onBegin: (draft: Draft) => void }) {
  const found = useQuery(ask('supplier.get', { supplier }))
  const templates = useQuery(ask('inspection-template.list', {}))
  return (
    <Asked of={found}>
      {({ record }) => (
        <Asked of={templates}>{({ rows }) => <Begin supplier={record} templates={rows} onBegin={onBegin} />}</Asked>
      )}
    </Asked>
  )
}

type GoingProps = { readonly draft: Draft; readonly change: (draft: Draft) => void; readonly onDrop: () => void }

function Going({ draft, change, onDrop }: GoingProps) {
  const t = useText()
  const say = useSay()
  const online = useOnline()
  const { items } = draft.template
  const item = items[draft.at]
  const { send, sending } = useSending(draft, change)
  // what was done without a network goes out when there is one again
  useEffect(() => {
    if (online && draft.ready) void send()
  }, [online, draft.ready, send])
  useEffect(() => {
    document.title = `${t('title', { name: draft.supplierName })} · 海选 Haixuan`
  })
  return (
    <>
      <header className="inspect-head">
        <h1>{t('title', { name: draft.supplierName })}</h1>
        <p className="quiet">
          {say(draft.template.name)}
          {item ? ` · ${t('of', { n: draft.at + 1, all: items.length })}` : ''}
        </p>
        <Progress
          percent={Math.round((Math.min(draft.at, items.length) / items.length) * 100)}
          showInfo={false}
          size="small"
          aria-label={t('of', { n: Math.min(draft.at + 1, items.length), all: items.length })}
        />
        <p className={online ? 'inspect-state quiet' : 'inspect-state inspect-offline'} role="status">
          {online ? t('kept') : t('offline')}
          {draft.ready && !online ? ` · ${t('waiting')}` : ''}
        </p>
      </header>
      {item ? (
        <Question key={item.id} draft={draft} item={item} change={change} />
      ) : (
        <Summary
          draft={draft}
          change={change}
          online={online}
          sending={sending}
          onSend={() => (online ? void send() : change({ ...draft, ready: true }))}
          onDrop={onDrop}
        />
      )}
    </>
  )
}

/** Sends photos that the server lacks, each kept as sent, then the inspection; only then is the draft gone. */
function useSending(draft: Draft, change: (draft: Draft) => void) {
  const t = useText()
  const tell = useTellProblem()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [sending, setSending] = useState(false)
  const busy = useRef(false)
  const record = useCommand('supplier.record-inspection')
  const { run } = record
  const send = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    let now = draft
    let sent = false
    try {
      for (const [item, answer] of Object.entries(draft.answers)) {
        const photos: Photo[] = []
        for (const photo of answer.photos ?? [])
          photos.push(
            photo.sha256 || !photo.bytes
              ? photo
              : { ...photo, sha256: (await storeFile(photo.bytes, photo.name)).sha256 },
          )
        if (photos.some((p, i) => p !== answer.photos?.[i])) {
          now = { ...now, answers: { ...now.answers, [item]: { ...answer, photos } } }
          change(now)
        }
      }
      const done = await run({ params: { supplier: draft.supplier }, input: inspectionOf(now) as never })
      if (done) {
        sent = true
        await dropDraft(draft.supplier)
        message.success(t('sent'))
        void navigate({
          to: '/suppliers/$supplier',
          params: { supplier: draft.supplier },
          hash: 'inspections',
        } as never)
      } else change({ ...now, ready: false })
    } catch (error) {
      // without a network it waits; anything else is told
      if (navigator.onLine) {
        tell(problemOf(error))
        change({ ...now, ready: false })
      }
    } finally {
      // what was sent is not sent again while the page is still there
      busy.current = sent
      setSending(false)
    }
  }, [draft, change, run, message, navigate, t, tell])
  return { send, sending }
}
