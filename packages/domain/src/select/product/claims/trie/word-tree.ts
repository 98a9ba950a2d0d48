/**
 * Words as a tree of code units, its nodes breadth first in flat arrays; 0 is the root, and also "no such child".
 * Sixty thousand phrases need a few megabytes.
 */
export type WordTree = {
  /** the code unit that leads to a node */
  readonly units: Uint16Array
  /** the children of node n are children[n] to children[n + 1], in order of their units */
  readonly children: Int32Array
  /** the words that end at node n are order[begins[n]] to order[ends[n]] */
  readonly begins: Int32Array
  readonly ends: Int32Array
  readonly order: Int32Array
}

/** Lays the words out; they are known by their index. */
export function wordTree(words: readonly string[]): WordTree {
  const order = Int32Array.from(words.keys()).sort((a, b) => compare(words[a] as string, words[b] as string))
  const letterOf = (at: number, depth: number) => (words[order[at] as number] as string).charCodeAt(depth)

  // The words below a node lie beside each other in `order`: those that end there first, then those of each child.
  const [unit, begin, stop]: [number[], number[], number[]] = [[0], [0], [order.length]]
  const [child, end]: [number[], number[]] = [[], []]
  for (let node = 0, depth = 0, nextLevel = 1; node < unit.length; node++) {
    if (node === nextLevel) {
      depth++
      nextLevel = unit.length
    }
    child.push(unit.length)
    let at = begin[node] as number
    const last = stop[node] as number
    while (at < last && (words[order[at] as number] as string).length === depth) at++
    end.push(at)
    while (at < last) {
      const letter = letterOf(at, depth)
      unit.push(letter)
      begin.push(at)
      while (at < last && letterOf(at, depth) === letter) at++
      stop.push(at)
    }
  }
  child.push(unit.length)
  return {
    units: Uint16Array.from(unit),
    children: Int32Array.from(child),
    begins: Int32Array.from(begin),
    ends: Int32Array.from(end),
    order,
  }
}

/** The child of a node by a code unit, found by halving. */
export function childOf({ units, children }: WordTree, node: number, unit: number): number {
  let low = children[node] as number
  let high = (children[node + 1] as number) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = units[middle] as number
    if (there === unit) return middle
    if (there < unit) low = middle + 1
    else high = middle - 1
  }
  return 0
}

/** By code units, so that words with a common beginning lie beside each other. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
