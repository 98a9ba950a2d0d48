import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client/ask.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Verdict } from '../verify/verdict.tsx'
import { useEventWords } from './event-words.ts'
import { isLeaf } from './prove.ts'

const useText = texts('tree-leaf', {
  holds: { zh: '叶子即此事件：{{type}}', en: 'The leaf is this event: {{type}}' },
  fails: { zh: '叶子不是此事件的哈希', en: 'The leaf is not the hash of this event' },
  open: { zh: '打开事件', en: 'Open the event' },
})

type Props = {
  readonly seq: number
  /** of the leaf, as the tree has it */
  readonly hash: string | undefined
  readonly sound: boolean
}

/** The end of a walk: the event whose bytes hash to the leaf. */
export function TreeLeaf({ seq, hash, sound }: Props) {
  const t = useText()
  const word = useEventWords()
  const told = useQuery(ask('log.tree', {}, { from: seq, to: seq + 1, depth: 0 }))
  const event = told.data?.leaves[0]
  const proof = useQuery({
    ...ask('event.proof', { event: String(event?.event) } as never),
    enabled: event !== undefined,
  })
  return (
    <Asked of={proof} lines={2}>
      {({ entry }) => {
        const holds = sound && hash !== undefined && isLeaf(entry, hash)
        return (
          <Verdict
            state={holds ? 'holds' : 'fails'}
            title={holds ? t('holds', { type: word(event?.type ?? '') }) : t('fails')}
          >
            <code className="event-value">{entry.length > 400 ? `${entry.slice(0, 400)} …` : entry}</code>
            <Link to="/archive/log" search={{ event: event?.event } as never}>
              {t('open')}
            </Link>
          </Verdict>
        )
      }}
    </Asked>
  )
}
