/** Which mark a column writes before its decimals; none when nothing shows it. */
export type NumberStyle = '.' | ',' | undefined

/** Counts how the amounts of one column in one currency are written. */
export type StyleTally = { dotDecimal: number; commaDecimal: number; dotGroup: number; commaGroup: number }
export const newTally = (): StyleTally => ({ dotDecimal: 0, commaDecimal: 0, dotGroup: 0, commaGroup: 0 })

/** How one amount is written: `group` marks thousands for sure, `three` is one mark before exactly three digits. */
type Shape =
  | { readonly kind: 'plain' }
  | { readonly kind: 'decimal' | 'group' | 'three'; readonly mark: '.' | ',' }
  | { readonly kind: 'broken' }

function shapeOf(text: string): Shape {
  const marks = text.replace(/\d/g, '')
  if (marks === '') return { kind: 'plain' }
  const last = marks.at(-1) as '.' | ','
  const other = last === '.' ? ',' : '.'
  if (marks.includes(other)) {
    const cut = text.lastIndexOf(last)
    return marks.indexOf(last) === marks.length - 1 && grouped(text.slice(0, cut), other)
      ? { kind: 'decimal', mark: last }
      : { kind: 'broken' }
  }
  if (marks.length > 1) return grouped(text, last) ? { kind: 'group', mark: last } : { kind: 'broken' }
  const [head = '', tail = ''] = text.split(last)
  return tail.length === 3 && head.length >= 1 && head.length <= 3 && !head.startsWith('0')
    ? { kind: 'three', mark: last }
    : { kind: 'decimal', mark: last }
}

/** Thousands in threes, or the Indian twos before a last three. */
const grouped = (text: string, mark: string): boolean => {
  const parts = text.split(mark)
  const first = parts[0] ?? ''
  return (
    first.length >= 1 &&
    first.length <= 3 &&
    parts.at(-1)?.length === 3 &&
    parts.slice(1, -1).every((part) => part.length === 3 || part.length === 2)
  )
}

const bare = (text: string) => text.replace(/['’\s\u00a0\u202f]/g, '')

/** Adds one amount to the tally. */
export function tally(into: StyleTally, text: string): void {
  const shape = shapeOf(bare(text))
  if (shape.kind === 'decimal') into[shape.mark === '.' ? 'dotDecimal' : 'commaDecimal'] += 1
  else if (shape.kind === 'group' || shape.kind === 'three') into[shape.mark === '.' ? 'dotGroup' : 'commaGroup'] += 1
}

/**
 * Decides the decimal mark from the tally. One mark before three digits is thousands unless the currency has three
 * decimals (`10.000` rupiah is ten thousand) or the column also writes that mark before other numbers of digits more often.
 */
export function styleFrom(t: StyleTally, exponent: number): NumberStyle {
  const dot = t.dotDecimal + t.commaGroup * (exponent === 3 ? 0 : 1)
  const comma = t.commaDecimal + t.dotGroup * (exponent === 3 ? 0 : 1)
  if (dot === 0 && comma === 0)
    return exponent === 3 && t.dotGroup + t.commaGroup > 0 ? (t.dotGroup >= t.commaGroup ? '.' : ',') : undefined
  if (dot === comma) return t.dotDecimal >= t.commaDecimal ? '.' : ','
  return dot > comma ? '.' : ','
}

/** The amount as a plain decimal; `odd` when it can only be read against the column's style. */
export function readAmount(
  text: string,
  style: NumberStyle,
  exponent: number,
): { readonly decimal: string; readonly odd: boolean } | undefined {
  const digits = bare(text).replace(/^[.,]/, '0.')
  const shape = shapeOf(digits)
  switch (shape.kind) {
    case 'plain':
      return { decimal: digits, odd: false }
    case 'broken':
      return undefined
    case 'group':
      return { decimal: digits.replaceAll(shape.mark, ''), odd: style === shape.mark }
    case 'three': {
      const decimal = style === undefined ? exponent === 3 : style === shape.mark
      return { decimal: decimal ? digits.replace(shape.mark, '.') : digits.replace(shape.mark, ''), odd: false }
    }
    case 'decimal': {
      const other = shape.mark === '.' ? ',' : '.'
      return { decimal: digits.replaceAll(other, '').replace(shape.mark, '.'), odd: style === other }
    }
  }
}
