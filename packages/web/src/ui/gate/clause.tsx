import { Popover } from 'antd'
import { useSay } from '../../texts/texts.ts'
import { clauses, useWords } from '../../texts/words.ts'

/** A clause of the standard by its id: what it asks opens beside it. */
export function Clause({ id }: { readonly id: string }) {
  const { clause } = useWords()
  const say = useSay()
  const asked = clauses[id]
  if (!asked) return <code>{id}</code>
  return (
    <Popover
      title={`${id} · ${clause(id)}`}
      content={<p style={{ maxWidth: 320 }}>{say(asked.asks)}</p>}
      trigger={['hover', 'focus']}
    >
      <a href={`/standard/clauses#${id}`}>
        <code>{id}</code>
      </a>
    </Popover>
  )
}
