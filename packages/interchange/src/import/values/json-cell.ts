/** The value of a cell that holds JSON, `undefined` when it holds none. */
export function jsonOf(text: string): unknown {
  const first = text.charCodeAt(0)
  // [ or { ; a quoted text alone is text
  if (first !== 91 && first !== 123) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return pythonList(text)
  }
}

/** Lists printed by Python programs: single quotes, None, True. */
function pythonList(text: string): unknown {
  if (!/^[[{]\s*['{[]/.test(text) || text.length > 20_000) return undefined
  const json = text
    .replace(/(?<=[[{,:]\s*)'((?:[^'\\]|\\.)*)'(?=\s*[\]},:])/g, (_, inner: string) =>
      JSON.stringify(inner.replace(/\\'/g, "'")),
    )
    .replace(/\bNone\b/g, 'null')
    .replace(/\bTrue\b/g, 'true')
    .replace(/\bFalse\b/g, 'false')
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** All texts and numbers in a JSON value, in order; bounded in depth. */
export function leaves(value: unknown, depth = 0): (string | number)[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [value]
  if (value === null || typeof value !== 'object' || depth > 8) return []
  return Object.values(value).flatMap((inner) => leaves(inner, depth + 1))
}
