import { Link } from '@tanstack/react-router'
import { useCommand } from '../../client/command.ts'
import type { Row } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { addressOfRecord } from '../../ui/record/record-address.ts'

const useText = texts('notification-row', { unread: { zh: '未读', en: 'Unread' } })

/** One thing a person is told: leads to what it is about, and is read by that. */
export function NotificationRow({
  row,
  onOpen,
}: {
  readonly row: Row<'notification.list'>
  readonly onOpen?: () => void
}) {
  const t = useText()
  const say = useSay()
  const { away, moment } = useFormats()
  const read = useCommand('notification.read', { quiet: true })
  const [to = '/', search] = addressOfRecord(row.about).split('?')
  const open = () => {
    if (!row.read) void read.run({ params: {}, input: { ids: [row.id] } })
    onOpen?.()
  }
  return (
    <li className={row.read ? 'notification' : 'notification notification-unread'}>
      <Link to={to as never} search={Object.fromEntries(new URLSearchParams(search)) as never} onClick={open}>
        {row.read ? null : <span className="heard">{t('unread')}</span>}
        <span>{say(row.text)}</span>
        <span className="quiet">
          {row.about.project && row.about.kind !== 'project' ? `${row.about.project} · ` : ''}
          <time dateTime={row.at} title={moment(row.at)}>
            {away(row.at)}
          </time>
        </span>
      </Link>
    </li>
  )
}
