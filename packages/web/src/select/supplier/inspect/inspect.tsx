import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App, Progress, Skeleton } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useCommand } from '../../../client/command.ts'
import { storePhotos } from '../../../offline/drafts/photo.ts'
import { useSending } from '../../../offline/drafts/use-sending.ts'
import { useMe } from '../../../shell/session.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Asked } from '../../../ui/page/asked.tsx'
import { Begin } from './begin.tsx'
import { type Draft, drafts } from './draft.ts'
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
    drafts.read(supplier).then(
      (found) => setDraft(found ?? null),
      () => setDraft(null),
    )
  }, [supplier])
  const change = useCallback((next: Draft) => {
    setDraft(next)
    void drafts.keep(next)
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
            void drafts.drop(supplier)
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
  const { items } = draft.template
  const item = items[draft.at]
  const me = useMe().data?.user
  const waits = me !== undefined && draft.ready === me
  const { send, sending, online } = useInspection(draft, waits, change)
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
          {waits && !online ? ` · ${t('waiting')}` : ''}
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
          waits={waits}
          onSend={() => (online ? void send() : change({ ...draft, ready: me }))}
          onDrop={onDrop}
        />
      )}
    </>
  )
}

/** Sends photos that the server lacks, each kept as sent, then the inspection; only then is the draft gone. */
function useInspection(draft: Draft, ready: boolean, change: (draft: Draft) => void) {
  const t = useText()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { run } = useCommand('supplier.record-inspection')
  const work = useCallback(async () => {
    let now = draft
    for (const [item, answer] of Object.entries(draft.answers)) {
      const photos = await storePhotos(answer.photos ?? [])
      if (photos === answer.photos || photos.length === 0) continue
      now = { ...now, answers: { ...now.answers, [item]: { ...answer, photos } } }
      change(now)
    }
    const done = await run({ params: { supplier: draft.supplier }, input: inspectionOf(now) as never })
    if (!done) return false
    await drafts.drop(draft.supplier)
    message.success(t('sent'))
    void navigate({ to: '/suppliers/$supplier', params: { supplier: draft.supplier }, hash: 'inspections' })
    return true
  }, [draft, change, run, message, navigate, t])
  const onRefused = useCallback(() => change({ ...draft, ready: undefined }), [draft, change])
  return useSending({ ready, work, onRefused })
}
