import { foldTable, NOTHING, SPACE } from './fold.ts'

/**
 * Aho–Corasick over folded UTF-16 code units, as one dense table (Aho & Corasick 1975, doi:10.1145/360825.360855).
 * Runs of spaces count as one; unseen characters, and spaces between Han letters, are passed over.
 */
export type Automaton = {
  /** Calls `found(word, end)` for every occurrence of every word, by the position after its last code unit. */
  readonly scan: (text: string, found: (word: number, end: number) => void) => void
  readonly states: number
}

type Node = {
  readonly next: Map<number, Node>
  readonly words: number[]
  readonly unit: number
  fail: Node
  id: number
}

const isHan = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff

/** Builds the automaton of folded words (see foldPhrase); words are known by their index. */
export function automatonOf(words: readonly string[]): Automaton {
  const { order, units } = trie(words)
  const fold = foldTable()
  const symbols = new Map([...units].sort((a, b) => a - b).map((unit, i) => [unit, i + 1]))
  const skip = symbols.size + 1
  const width = symbols.size + 2
  const symbolOf = new Uint16Array(65_536)
  for (let unit = 0; unit < 65_536; unit++) {
    const folded = fold[unit] as number
    symbolOf[unit] = folded === NOTHING ? skip : (symbols.get(folded) ?? 0)
  }

  // States that end words are numbered last, so that one comparison in the loop tells them.
  const outputs = new Map<Node, number[]>()
  for (const node of order)
    outputs.set(node, [...node.words, ...((node !== node.fail && outputs.get(node.fail)) || [])])
  const silent = order.filter((node) => outputs.get(node)?.length === 0)
  const loud = order.filter((node) => outputs.get(node)?.length !== 0)
  for (const [id, node] of [...silent, ...loud].entries()) node.id = id * width
  const firstLoud = silent.length * width
  const said = loud.map((node) => Int32Array.from(outputs.get(node) as number[]))

  const table = new Int32Array(order.length * width)
  const space = symbols.get(SPACE) as number
  for (const node of order) {
    const from = node.id
    if (node !== node.fail) table.copyWithin(from, node.fail.id, node.fail.id + width)
    for (const [unit, child] of node.next) table[from + (symbols.get(unit) as number)] = child.id
    table[from + skip] = from
  }
  // Only now: a state that passes over spaces must not hand that on through its failure links.
  for (const node of order)
    if (node.unit === SPACE || (isHan(node.unit) && !node.next.has(SPACE))) table[node.id + space] = node.id

  return {
    states: order.length,
    scan(text, found) {
      let state = 0
      for (let i = 0; i < text.length; i++) {
        const symbol = symbolOf[text.charCodeAt(i)] as number
        state = table[state + symbol] as number
        if (state < firstLoud || symbol === skip || symbol === space) continue
        const all = said[(state - firstLoud) / width] as Int32Array
        for (let k = 0; k < all.length; k++) found(all[k] as number, i + 1)
      }
    },
  }
}

/** The trie with failure links, its nodes breadth first; the root is first. */
function trie(words: readonly string[]): { order: Node[]; units: Set<number> } {
  const units = new Set<number>([SPACE])
  const node = (unit: number): Node => {
    const made = { next: new Map<number, Node>(), words: [], unit, id: 0 } as unknown as Node
    made.fail = made
    return made
  }
  const root = node(-1)
  for (const [index, word] of words.entries()) {
    let at = root
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      units.add(unit)
      let child = at.next.get(unit)
      if (!child) {
        child = node(unit)
        at.next.set(unit, child)
      }
      at = child
    }
    at.words.push(index)
  }
  const order = [root]
  for (const at of order)
    for (const [unit, child] of at.next) {
      let fail = at.fail
      while (fail !== root && !fail.next.has(unit)) fail = fail.fail
      child.fail = at === root ? root : (fail.next.get(unit) ?? root)
      order.push(child)
    }
  return { order, units }
}
