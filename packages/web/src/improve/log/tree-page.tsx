import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Verdict } from '../verify/verdict.tsx'
import { useEventWords } from './event-words.ts'
import { below, joins, placeOf, signedBy } from './prove.ts'
import { TreeLeaf } from './tree-leaf.tsx'
import './log.css'

const useText = texts('tree-page', {
  title: { zh: '哈希树', en: 'Tree of hashes' },
  about: {
    zh: '从签名的根走到任一事件；每一步由本浏览器重算，不以服务器所说为准',
    en: 'Walk from the signed root to any event; this browser computes every step and takes nobody’s word',
  },
  holds: { zh: '根由本组织公钥签署', en: 'The root is signed with the key of this organisation' },
  fails: { zh: '根的签名不成立', en: 'The signature on the root does not hold' },
  size: { zh: '{{count}} 个事件', en: { one: '{{count}} event', other: '{{count}} events' } },
  root: { zh: '根', en: 'Root' },
  range: { zh: '{{from}} – {{to}}', en: '{{from}} – {{to}}' },
  leaf: { zh: '事件 {{at}}', en: 'Event {{at}}' },
  proven: { zh: '已核验', en: 'verified' },
  broken: { zh: '不符', en: 'does not join' },
  unknown: { zh: '点开核验', en: 'open to verify' },
  left: { zh: '左', en: 'left' },
  right: { zh: '右', en: 'right' },
  leaves: { zh: '这一枝上的事件', en: 'The events on this branch' },
})

const DEPTH = 6
type Range = { readonly from: number; readonly to: number }

/** T2 · The tree of hashes, walked level by level; what is green was computed here. */
export function TreePage() {
  const t = useText()
  const { at } = useListAddress()
  const keys = useQuery({ ...ask('log.keys', {}), staleTime: Number.POSITIVE_INFINITY })
  // the tree one walks keeps its size while new events come in
  const first = useQuery({ ...ask('log.tree', {}, { depth: DEPTH }), staleTime: Number.POSITIVE_INFINITY })
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked of={first} lines={8}>
        {({ size, checkpoint, nodes }) => {
          const key = signedBy(checkpoint, nodes[0]?.hash ?? '', size, keys.data?.rows.map((k) => k.key) ?? [])
          return (
            <>
              {keys.data ? (
                <Verdict state={key ? 'holds' : 'fails'} title={t(key ? 'holds' : 'fails')}>
                  {key ? <code>{key}</code> : null}
                </Verdict>
              ) : null}
              <Walk size={size} target={targetOf(at, size)} signed={key !== undefined} />
            </>
          )
        }}
      </Asked>
    </Page>
  )
}

/** The node that the address names: by one leaf, or by its first leaf and the one past its last. */
function targetOf({ leaf, node }: Readonly<Record<string, string | undefined>>, size: number): Range {
  const of = leaf === undefined ? node?.split('-').map(Number) : [Number(leaf), Number(leaf) + 1]
  const [from = 0, to = size] = of ?? []
  return from >= 0 && from < to && to <= size ? { from, to } : { from: 0, to: size }
}

/** The nodes from the root to one of them. */
function pathTo(target: Range, size: number): Range[] {
  const path: Range[] = [{ from: 0, to: size }]
  for (let at = path[0]!; at.from !== target.from || at.to !== target.to; ) {
    const next = below(at)?.find((n) => n.from <= target.from && n.to >= target.to)
    if (!next) break
    path.push(next)
    at = next
  }
  return path
}

function Walk({ size, target, signed }: { readonly size: number; readonly target: Range; readonly signed: boolean }) {
  const t = useText()
  const path = pathTo(target, size)
  const asked = useQueries({
    queries: path
      .filter((_, level) => level % DEPTH === 0)
      .map(({ from, to }) => ({
        ...ask('log.tree', {}, { size, from, to, depth: DEPTH }),
        staleTime: Number.POSITIVE_INFINITY,
      })),
  })
  const known = new Map(asked.flatMap(({ data }) => data?.nodes ?? []).map((n) => [placeOf(n), n.hash]))
  const end = path.at(-1)!
  // green only when every join above it, up to the signed root, was computed
  let sound = signed
  const levels = path.flatMap((node) => {
    const children = below(node)
    if (!children) return []
    const joined = joins(node, known)
    const own = sound
    if (joined !== true) sound = false
    return [{ node, children, joined, sound: own }]
  })
  return (
    <div className="tree-levels">
      <div className="tree-level tree-level-root">
        <Node
          range={path[0]!}
          size={size}
          known={known}
          sound={signed}
          joined={levels[0]?.joined}
          name={t('root')}
          current={path.length === 1}
        />
      </div>
      {levels.map(({ node, children, joined, sound: own }, level) => (
        <div className="tree-level" key={placeOf(node)}>
          {children.map((child, side) => (
            <Node
              key={placeOf(child)}
              range={child}
              size={size}
              known={known}
              sound={own && joined === true}
              joined={joined}
              name={t(side === 0 ? 'left' : 'right')}
              current={path[level + 1] !== undefined && placeOf(path[level + 1]!) === placeOf(child)}
            />
          ))}
        </div>
      ))}
      {end.to - end.from === 1 ? (
        <TreeLeaf seq={end.from} hash={known.get(placeOf(end))} sound={sound || levels.length === 0} />
      ) : (
        <Leaves size={size} of={end} />
      )}
    </div>
  )
}

type NodeProps = {
  readonly range: Range
  readonly size: number
  readonly known: ReadonlyMap<string, string>
  /** everything above it was computed and holds */
  readonly sound: boolean
  readonly joined: boolean | undefined
  readonly name: string
  readonly current: boolean
}

function Node({ range, known, sound, joined, name, current }: NodeProps) {
  const t = useText()
  const formats = useFormats()
  const { change } = useListAddress()
  const count = range.to - range.from
  const place =
    count === 1
      ? t('leaf', { at: formats.number(range.from) })
      : t('range', { from: formats.number(range.from), to: formats.number(range.to - 1) })
  return (
    <button
      type="button"
      className="tree-node"
      aria-current={current}
      onClick={() => change({ node: placeOf(range), leaf: undefined })}
    >
      <span className="tree-node-head">
        <span>
          {name} · {place}
        </span>
        {joined === false ? (
          <span className="tree-broken">✗ {t('broken')}</span>
        ) : sound ? (
          <span className="tree-proven">✓ {t('proven')}</span>
        ) : (
          <span className="tree-unknown">{t('unknown')}</span>
        )}
      </span>
      <span className="quiet">{t('size', { count })}</span>
      <code>{known.get(placeOf(range)) ?? '…'}</code>
    </button>
  )
}

function Leaves({ size, of }: { readonly size: number; readonly of: Range }) {
  const t = useText()
  const formats = useFormats()
  const word = useEventWords()
  const listed = useQuery({ ...ask('log.tree', {}, { size, ...of, depth: 0 }), enabled: of.to - of.from <= 64 })
  if (!listed.data || listed.data.leaves.length === 0) return null
  return (
    <nav aria-label={t('leaves')} className="tree-leaves">
      {listed.data.leaves.map(({ seq, type, subject, at }) => (
        <Link key={seq} to="/archive/log/tree" search={{ leaf: seq } as never}>
          <code>{seq}</code>
          <span>{word(type)}</span>
          <span className="quiet">{subject}</span>
          <span className="quiet">{formats.moment(at)}</span>
        </Link>
      ))}
    </nav>
  )
}
