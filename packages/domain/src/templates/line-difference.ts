/** A line of two texts: in both, only in the one before, or only in the one after. */
type ComparedLine = { readonly text: string; readonly in: 'both' | 'before' | 'after' }

/** Two texts line by line, in their order, with as many lines as can be in both (longest common subsequence). */
export function lineDifference(before: string, after: string): ComparedLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')]
  // common[i][j]: the most lines that a from i and b from j share
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (common[i] as number[])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: ComparedLine[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      lines.push({ text: left, in: 'both' })
      i++
      j++
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ text: left, in: 'before' })
      i++
    } else {
      lines.push({ text: right as string, in: 'after' })
      j++
    }
  }
  return lines
}
