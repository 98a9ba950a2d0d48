import { Button } from 'antd'
import { problemOf } from '../../client/problem.ts'
import { texts } from '../../texts/texts.ts'
import { ProblemNote } from '../../ui/page/problem-note.tsx'
import { signOut } from '../session.ts'

const useText = texts('no-session', {
  gone: { zh: '此账号已不属于任何组织', en: 'This account belongs to no organisation any more' },
  ask: {
    zh: '请向组织的所有者索取邀请链接，或退出后用其他账号登录。',
    en: 'Ask an owner of the organisation for an invitation, or sign out and use another account.',
  },
  again: { zh: '重新载入', en: 'Load again' },
  leave: { zh: '退出登录', en: 'Sign out' },
})

/** Instead of the frame when nobody's rooms can be shown: a member who was removed, or a server that does not answer. */
export function NoSession({ error }: { readonly error: unknown }) {
  const t = useText()
  const problem = problemOf(error)
  const removed = problem.status === 403
  return (
    <main className="no-session">
      <h1>{removed ? t('gone') : '海选 Haixuan'}</h1>
      {removed ? <p>{t('ask')}</p> : <ProblemNote problem={problem} />}
      <p>
        <Button type="primary" onClick={() => location.reload()}>
          {t('again')}
        </Button>{' '}
        <Button onClick={() => void signOut()}>{t('leave')}</Button>
      </p>
    </main>
  )
}
