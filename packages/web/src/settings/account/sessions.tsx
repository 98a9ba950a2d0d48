import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Section } from '../../ui/page/page.tsx'
import { mySession, mySessions } from './auth.ts'
import { useAuth } from './use-auth.ts'
import '../settings.css'

const useText = texts('sessions', {
  title: { zh: '已登录的设备', en: 'Where I am signed in' },
  here: { zh: '此设备', en: 'this device' },
  since: { zh: '登录于 {{at}}', en: 'since {{at}}' },
  end: { zh: '退出', en: 'Sign out' },
  others: { zh: '退出其他全部设备', en: 'Sign out everywhere else' },
  unknown: { zh: '未知设备', en: 'Unknown device' },
})

/** The programs a person is signed in with, and how to end each. */
export function Sessions() {
  const t = useText()
  const { moment } = useFormats()
  const here = useQuery(mySession).data?.session.id
  const all = useQuery(mySessions)
  const end = useAuth('revoke-session')
  const others = useAuth('revoke-other-sessions')
  const more = (all.data?.length ?? 0) > 1
  return (
    <Section
      title={t('title')}
      beside={
        more ? (
          <Button size="small" loading={others.isPending} onClick={() => others.mutate({})}>
            {t('others')}
          </Button>
        ) : null
      }
    >
      <Asked of={all} lines={2}>
        {(sessions) => (
          <ul className="settings-rows">
            {sessions.map((session) => (
              <li key={session.id} className="settings-row">
                <div>
                  <div>
                    {programOf(session.userAgent) ?? t('unknown')}
                    {session.id === here ? <strong> · {t('here')}</strong> : null}
                  </div>
                  <div className="quiet">
                    {t('since', { at: moment(session.createdAt) })}
                    {session.ipAddress ? ` · ${session.ipAddress}` : ''}
                  </div>
                </div>
                {session.id === here ? null : (
                  <Button size="small" onClick={() => end.mutate({ token: session.token })}>
                    {t('end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </Section>
  )
}

/** Browser and system of a User-Agent, as people call them. */
function programOf(agent: string | null): string | undefined {
  if (!agent) return undefined
  const browser = [/(Edg|OPR|Firefox|MicroMessenger)\/(\d+)/, /(Chrome)\/(\d+)/, /Version\/(\d+).*(Safari)/]
    .map((pattern) => pattern.exec(agent))
    .find((found) => found !== null)
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1]
  const named = browser
    ? browser
        .slice(1)
        .sort((a, b) => (a > b ? -1 : 1))
        .join(' ')
    : undefined
  return [named, system].filter(Boolean).join(' · ') || undefined
}
