import { eventWord } from '@haixuan/domain/kernel/event-words'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented, Tag } from 'antd'
import { useState } from 'react'
import { askPages } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Search } from '../../ui/list/search.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Section } from '../../ui/page/page.tsx'
import '../settings.css'

const useText = texts('deliveries', {
  title: { zh: '投递记录', en: 'Deliveries' },
  all: { zh: '全部', en: 'All' },
  waiting: { zh: '待投递', en: 'Waiting' },
  delivered: { zh: '已送达', en: 'Delivered' },
  failed: { zh: '失败', en: 'Failed' },
  none: { zh: '没有投递记录', en: 'No deliveries' },
  nowhere: { zh: '没有符合的投递记录', en: 'Nothing matches' },
  tries: { zh: '{{count}} 次尝试', en: { one: '{{count}} try', other: '{{count}} tries' } },
  next: { zh: '下次 {{at}}', en: 'next {{at}}' },
  more: { zh: '更早的记录', en: 'Earlier ones' },
})
const STATES = ['all', 'waiting', 'delivered', 'failed'] as const
/** Nothing tells of a delivery as it is made. */
const EVERY_MS = 3_000
const COLOURS: Readonly<Record<string, string>> = { delivered: 'success', failed: 'error' }

/** What was told to receivers, the newest first, with what they said. */
export function Deliveries({ receivers }: { readonly receivers: Answer<'receiver.list'>['rows'] }) {
  const t = useText()
  const say = useSay()
  const { moment, away } = useFormats()
  const [state, setState] = useState<(typeof STATES)[number]>('all')
  const [q, setQ] = useState('')
  const query = { limit: 20, ...(q ? { q } : {}), ...(state === 'all' ? {} : { state }) }
  const list = useInfiniteQuery({
    ...askPages('delivery.list', {}, query),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  })
  const rows = {
    data: list.data?.pages.flatMap((page) => page.rows),
    error: list.error,
    refetch: list.refetch as never,
  }
  const nameOf = (id: string) => receivers.find((r) => r.id === id)?.name ?? id
  return (
    <Section
      title={t('title')}
      beside={
        <div className="settings-bar">
          <Search value={q} onSearch={setQ} />
          <Segmented
            size="small"
            value={state}
            options={STATES.map((value) => ({ value, label: t(value) }))}
            onChange={setState}
          />
        </div>
      }
    >
      <Asked of={rows}>
        {(all) =>
          all.length === 0 ? (
            <p className="quiet">{t(q ? 'nowhere' : 'none')}</p>
          ) : (
            <ul className="settings-rows">
              {all.map((row) => (
                <li key={row.id} className="settings-row">
                  <div>
                    <Tag color={COLOURS[row.state] ?? 'default'}>{t(row.state as 'waiting')}</Tag>
                    <strong>{nameOf(row.receiver)}</strong> · {say(eventWord(row.type))}{' '}
                    <code className="quiet">{row.type}</code>
                    <div className="quiet">
                      {t('tries', { count: row.attempts })}
                      {row.state === 'waiting' && row.next ? ` · ${t('next', { at: away(row.next) })}` : ''}
                      {row.answer ? ` · ${row.answer}` : ''}
                    </div>
                  </div>
                  <time className="quiet" dateTime={row.created}>
                    {moment(row.created)}
                  </time>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {list.hasNextPage ? (
        <Button type="link" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  )
}
