import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { ask, askPages } from '../../client/ask.ts'
import { texts } from '../../texts/texts.ts'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Search } from '../../ui/list/search.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { NotificationRow } from './notification-row.tsx'
import { ReadAll } from './read-all.tsx'
import './notifications.css'

const useText = texts('notification-list', {
  title: { zh: '通知', en: 'Notifications' },
  about: {
    zh: '提及、待批准与放行、预警、到期与任务结果会出现在这里。',
    en: 'Mentions, approvals and releases asked of you, alerts, deadlines and finished tasks.',
  },
  all: { zh: '全部', en: 'All' },
  unread: { zh: '未读', en: 'Unread' },
  none: { zh: '没有通知', en: 'No notifications' },
  nowhere: { zh: '没有符合的通知', en: 'Nothing matches' },
  more: { zh: '更早的通知', en: 'Earlier ones' },
})

/** Everything a person was told, the newest first. */
export function NotificationList() {
  const t = useText()
  const { at, change } = useListAddress()
  const unread = useQuery(ask('notification.unread', {})).data?.unread ?? 0
  const asked = { limit: 50, ...(at.q ? { q: at.q } : {}), ...(at.unread ? { unread: 'true' } : {}) }
  const list = useInfiniteQuery({
    ...askPages('notification.list', {}, asked as never),
    placeholderData: keepPreviousData,
  })
  const rows = {
    data: list.data?.pages.flatMap((page) => page.rows),
    error: list.error,
    refetch: list.refetch as never,
  }
  return (
    <Page title={t('title')} about={t('about')} actions={<ReadAll disabled={unread === 0} />}>
      <div className="notifications-bar">
        <Search value={at.q ?? ''} onSearch={(q) => change({ q: q || undefined })} />
        <Segmented
          value={at.unread ? 'unread' : 'all'}
          options={[
            { value: 'all', label: t('all') },
            { value: 'unread', label: `${t('unread')} ${unread}` },
          ]}
          onChange={(shown) => change({ unread: shown === 'unread' ? 'true' : undefined })}
        />
      </div>
      <section className="section">
        <Asked of={rows}>
          {(all) =>
            all.length === 0 ? (
              <Empty title={t(at.q ? 'nowhere' : 'none')} />
            ) : (
              <ul className="notifications">
                {all.map((row) => (
                  <NotificationRow key={row.id} row={row} />
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
      </section>
    </Page>
  )
}
