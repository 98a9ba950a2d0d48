import type { Row } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { useListText } from './list-text.ts'

type Change = Row<'screening-change.list'>
/** What one thing said of a party was, and is. */
type Line = { readonly of: 'names' | (typeof FIELDS)[number]; readonly was?: string; readonly is?: string }
const FIELDS = ['kind', 'programme', 'country', 'reason'] as const

/** What a newer file says of one party, and what the one before said. */
export function PartyDifference({ of }: { readonly of: Change }) {
  const t = useListText()
  const { row } = useFormats()
  const changed = of.before !== null && of.after !== null
  const lines = linesOf(of, row)
  const named = (line: Line) => (line.of === 'names' ? '' : `${t(line.of)} `)
  const said = lines.map((line) => named(line) + [line.was, line.is].filter(Boolean).join(' → '))
  return (
    <div className="party-difference" title={said.join('\n')}>
      {lines.map((line) => (
        <span key={line.of}>
          {named(line)}
          {line.was ? changed ? <del>{line.was}</del> : line.was : null}
          {line.was && line.is ? ' → ' : null}
          {line.is ? changed ? <ins>{line.is}</ins> : line.is : null}
        </span>
      ))}
    </div>
  )
}

function linesOf({ before, after }: Change, row: (names: readonly string[]) => string): Line[] {
  const line = (of: Line['of'], was: string | undefined, is: string | undefined): Line[] =>
    was === is || !(was || is) ? [] : [{ of, ...(was ? { was } : {}), ...(is ? { is } : {}) }]
  const without = (a: Change['after'], b: Change['after']) => a?.names.filter((name) => !b?.names.includes(name)) ?? []
  const names = () => {
    if (!before || !after) return line('names', row(before?.names.slice(1) ?? []), row(after?.names.slice(1) ?? []))
    const [gone, come] = [without(before, after), without(after, before)]
    // the same names, another of them first
    return gone.length + come.length === 0
      ? line('names', before.names[0], after.names[0])
      : line('names', row(gone), row(come))
  }
  return [...names(), ...FIELDS.flatMap((field) => line(field, before?.[field], after?.[field]))]
}
