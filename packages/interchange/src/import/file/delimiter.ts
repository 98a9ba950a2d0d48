const DELIMITERS = [',', ';', '\t', '|'] as const
const SAMPLE_RECORDS = 200

/** Finds the delimiter that cuts the sample into the most alike records; quoted text is skipped. */
export function delimiterOf(sample: string): string {
  const said = /^sep=(.)\r?\n/i.exec(sample)
  if (said?.[1]) return said[1]
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const widths = recordWidths(sample, delimiter)
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    const [width, often] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
    const score = width < 2 ? 0 : (often / widths.length) ** 2 * (1 + Math.log2(width))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** Fields per record, up to the last complete record of the sample. */
function recordWidths(sample: string, delimiter: string): number[] {
  const widths: number[] = []
  let width = 1
  let quoted = false
  let fieldStart = true
  let filled = false
  for (let i = 0; i < sample.length && widths.length < SAMPLE_RECORDS; i += 1) {
    const char = sample[i]!
    if (quoted) {
      if (char === '"') {
        if (sample[i + 1] === '"') i += 1
        else quoted = false
      }
    } else if (char === '"' && fieldStart) {
      quoted = true
      filled = true
      fieldStart = false
    } else if (char === delimiter) {
      width += 1
      fieldStart = true
    } else if (char === '\n' || (char === '\r' && sample[i + 1] !== '\n')) {
      if (filled || width > 1) widths.push(width)
      width = 1
      filled = false
      fieldStart = true
    } else {
      fieldStart = false
      if (char !== '\r') filled = true
    }
  }
  if (widths.length === 0 || (filled && !quoted && widths.length < 2)) widths.push(width)
  return widths
}
