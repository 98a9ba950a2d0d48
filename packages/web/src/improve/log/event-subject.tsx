import { texts } from '../../texts/texts.ts'
import { shortId } from '../../ui/record/short-id.ts'

const useText = texts('event-subject', {
  former: { zh: '已离开的成员', en: 'A former member' },
})
const OF_ACCOUNT = /^member\.(joined|removed|roles-changed)$/

type Props = {
  readonly of: { readonly type: string; readonly subject: string; readonly named: string | null }
  /** its whole id beside it, to be copied */
  readonly cited?: boolean
}

/** T2 · Whom or what an event is about, as people call it; a record that has no name is told by its id. */
export function EventSubject({ of: { type, subject, named }, cited = false }: Props) {
  const t = useText()
  const called = named ?? (OF_ACCOUNT.test(type) ? t('former') : undefined)
  const id = <code title={subject}>{cited ? subject : shortId(subject)}</code>
  if (called === undefined) return id
  return (
    <>
      <span title={subject}>{called}</span> {cited ? id : null}
    </>
  )
}
