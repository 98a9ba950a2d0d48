/** What a cell's number format says: a date, or a currency sign. */
export type NumberFormat = { readonly date: boolean; readonly sign?: string }

/** Formats of ECMA-376 part 1, 18.8.30 that are dates without a code in the file. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57])

/** Reads a format by its id and, when the file gives one, its code. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return { date: BUILT_IN_DATES.has(id) }
  const first = code.split(';')[0] ?? ''
  const sign = currencyIn(first)
  const bare = first.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  const date = /[ymdhs]/i.test(bare.replace(/general|e[+-]/gi, ''))
  return sign === undefined ? { date } : { date: false, sign }
}

function currencyIn(code: string): string | undefined {
  const bracket = /\[\$([^\]-]+)(-[^\]]*)?\]/.exec(code)?.[1]
  if (bracket) return bracket.trim()
  const quoted = [...code.matchAll(/"([^"]*)"/g)].map((match) => match[1]!.trim()).find((text) => text !== '')
  if (quoted) return quoted
  return /[$€£¥₱฿₫₩₹]/.exec(code.replace(/\[[^\]]*\]/g, ''))?.[0]
}

/** A serial day of a workbook as `YYYY-MM-DD`, with the time when it has one. */
export function serialDay(serial: number, from1904: boolean): string {
  const days = from1904 ? serial + 1462 : serial
  const time = new Date(Math.round((days - 25_569) * 86_400_000))
  if (Number.isNaN(time.getTime())) return String(serial)
  const text = time.toISOString()
  return Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 19)
}
