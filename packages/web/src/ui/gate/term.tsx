import { Popover } from 'antd'
import { useSay } from '../../texts/texts.ts'
import { terms, useWords } from '../../texts/words.ts'

/** G1 · A term of the glossary that opens what it means. */
export function Term({ id }: { readonly id: string }) {
  const { term } = useWords()
  const say = useSay()
  const known = terms[id]
  if (!known) return <>{id}</>
  return (
    <Popover content={<p style={{ maxWidth: 320 }}>{say(known.means)}</p>} trigger={['hover', 'focus']}>
      <abbr title={say(known.means)} tabIndex={0} style={{ textDecorationStyle: 'dotted', cursor: 'help' }}>
        {term(id)}
      </abbr>
    </Popover>
  )
}
