import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Badge, Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { texts } from '../../texts/texts.ts'
import { Popup } from '../../ui/dialog/popup.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { NotificationRow } from './notification-row.tsx'
import { ReadAll } from './read-all.tsx'
import './notifications.css'

const useText = texts('bell', {
  bell: {
    zh: '通知，{{count}} 条未读',
    en: { one: 'Notifications, {{count}} unread', other: 'Notifications, {{count}} unread' },
  },
  title: { zh: '通知', en: 'Notifications' },
  none: { zh: '没有新通知', en: 'Nothing new' },
  all: { zh: '全部通知', en: 'All notifications' },
})
const SHOWN = 8

/** What a person is told, from anywhere: how many are unread, and the newest of them. */
export function Bell() {
  const t = useText()
  const [open, setOpen] = useState(false)
  const unread = useQuery(ask('notification.unread', {})).data?.unread ?? 0
  const newest = useQuery({ ...ask('notification.list', {}, { limit: SHOWN }), enabled: open })
  const content = (
    <div className="bell">
      <header>
        <strong>{t('title')}</strong>
        <ReadAll disabled={unread === 0} />
      </header>
      <Asked of={newest} lines={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet">{t('none')}</p>
          ) : (
            <ul className="notifications">
              {rows.map((row) => (
                <NotificationRow key={row.id} row={row} onOpen={() => setOpen(false)} />
              ))}
            </ul>
          )
        }
      </Asked>
      <Link to={'/notifications' as never} onClick={() => setOpen(false)}>
        {t('all')}
      </Link>
    </div>
  )
  return (
    <Popup label={t('title')} placement="bottomRight" open={open} onOpenChange={setOpen} content={content}>
      <Button
        type="text"
        aria-label={t('bell', { count: unread })}
        title={t('title')}
        icon={
          <Badge count={unread} size="small" overflowCount={99} offset={[2, -2]}>
            <BellOutlined style={{ fontSize: 16, color: 'var(--hx-text)' }} />
          </Badge>
        }
      />
    </Popup>
  )
}
